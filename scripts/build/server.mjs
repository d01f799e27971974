/** Bundles the server of one machine, with the demonstration platform, into dist/server/main.js. */
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../process/command.mjs'

await build({
  entryPoints: [path.join(root, 'platform/main.ts')],
  outfile: path.join(root, 'dist/server/main.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['libsql', 'swagger-ui-dist', 'pg-native'],
})
