// SPDX-License-Identifier: EUPL-1.2
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

// assetsInlineLimit 0: the content security policy allows fonts and scripts from files only.
export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  test: { include: ['test/**/*.test.ts'] },
  server: { proxy: { '/api': 'http://localhost:8040' } },
})
