// SPDX-License-Identifier: EUPL-1.2
// The part of write-excel-file that zips in this thread; its address is in vite.config.ts, with the reason.
declare module 'write-excel-file/sync' {
  import type { SheetData, SheetOptions } from 'write-excel-file/browser'
  export function generateXlsxFileSync(data: SheetData, options: SheetOptions<never>): Promise<Blob>
}
