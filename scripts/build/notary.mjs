/** Builds the notary's signer into dist/notary, or the folder given. */
import { buildSingleFile } from './single-file.mjs'

await buildSingleFile({
  entry: 'scripts/notary/main.ts',
  name: 'notary',
  description: 'Signs draws of the invoice lottery with the notary’s own key, after checking them',
  outDir: process.argv[2] ?? 'dist/notary',
})
