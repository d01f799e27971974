/** Bundles the server of one machine, with the demonstration platform, into dist/server/main.js (or another entry into another file). */
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../process/command.mjs'
import { FONT, OF_PAPERS } from './functions/apart.mjs'

const [outfile = 'dist/server/main.js', entry = 'platform/main.ts'] = process.argv.slice(2)

await build({
  entryPoints: [path.resolve(root, entry)],
  outfile: path.resolve(root, outfile),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: [
    'libsql',
    '@chainsafe/hashtree',
    'swagger-ui-dist',
    'pg-native',
    ...OF_PAPERS.map(({ from }) => from),
    FONT,
  ],
})
