// SPDX-License-Identifier: EUPL-1.2
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// The other doors of write-excel-file zip large tables in a worker made of a blob; the content security policy refuses that one
// without a word, and the file would never come.
const writeExcelFileSync = './node_modules/write-excel-file/modules/export/writeXlsxFileUniversal.js'

// assetsInlineLimit 0: the content security policy allows fonts and scripts from files only.
export default defineConfig({
  plugins: [react()],
  resolve: { alias: { 'write-excel-file/sync': fileURLToPath(new URL(writeExcelFileSync, import.meta.url)) } },
  build: { outDir: 'dist', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['test/**/*.test.ts'] },
  server: { proxy: { '/api': 'http://localhost:8040' } },
})
