/** Builds the stand-alone verifier of draws into dist/verifier, or the folder given. */
import { buildSingleFile } from './single-file.mjs'

await buildSingleFile({
  entry: 'scripts/verify-draw/main.ts',
  name: 'verify-draw',
  description: 'Recomputes a published draw of the invoice lottery from its files alone',
  outDir: process.argv[2] ?? 'dist/verifier',
})
