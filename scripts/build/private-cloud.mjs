/**
 * Bundles what a private cloud runs into dist/private-cloud (or the folder given; or another entry): the server without any demonstration, the
 * operator's commands, what writes papers, the web page when it is built, and a package.json that names what stays outside.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { root } from '../process/command.mjs'
import { bundleLibraries, copyFonts, FONTS, keepApart, namedIn, OF_PAPERS } from './functions/apart.mjs'

/** Native or read from disk: installed beside the bundles, never bundled. */
const OUTSIDE = ['libsql', 'swagger-ui-dist', '@chainsafe/hashtree']
/** `npm run <name>` works in the folder as it does in the project. */
const COMMANDS = {
  admin: 'admin',
  store: 'store',
  data: 'data',
  'audit:verify': 'audit-verify',
  keys: 'package/keys',
}
/** As the server has it: where nothing is a demonstration, keys that instances share are never made by the way. */
const NO_DEMONSTRATION = "process.env.DEMONSTRATION ??= 'off';"
const REQUIRE =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

const outDir = path.resolve(root, process.argv[2] ?? 'dist/private-cloud')
const web = path.join(root, 'dist/h5')
const { version, engines, dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const described = {
  name: 'shuibang-private-cloud',
  version,
  private: true,
  engines,
  scripts: {
    start: 'node main.js',
    ...Object.fromEntries(
      Object.entries(COMMANDS).map(([name, file]) => [name, `node ${path.basename(file)}.mjs`]),
    ),
  },
  dependencies: Object.fromEntries(OUTSIDE.map((name) => [name, dependencies[name]])),
}
const shared = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  logLevel: 'warning',
  external: [...OUTSIDE, 'pg-native'],
}
/** Loaded with the first paper: the libraries and the font lie beside the server. */
const papers = { plugins: [keepApart([...OF_PAPERS, ...FONTS])] }
const inScripts = (file) => ({ in: path.join(root, 'scripts', `${file}.ts`), out: path.basename(file) })

rmSync(outDir, { recursive: true, force: true })
mkdirSync(outDir, { recursive: true })
await Promise.all([
  build({
    ...shared,
    ...papers,
    format: 'cjs',
    entryPoints: [path.resolve(root, process.argv[3] ?? 'platform/server/main.ts')],
    outfile: path.join(outDir, 'main.js'),
  }),
  build({
    ...shared,
    ...papers,
    format: 'esm',
    entryPoints: Object.values(COMMANDS).map(inScripts),
    outdir: outDir,
    outExtension: { '.js': '.mjs' },
    banner: { js: `${REQUIRE}\n${NO_DEMONSTRATION}` },
  }),
])
const texts = [readFileSync(path.join(outDir, 'main.js'), 'utf8')]
for (const { file, text } of await bundleLibraries(namedIn(texts, OF_PAPERS), {
  ...shared,
  minify: true,
  write: false,
  metafile: true,
}))
  writeFileSync(path.join(outDir, file), text)
copyFonts(texts, outDir)
if (existsSync(web)) cpSync(web, path.join(outDir, 'web'), { recursive: true })
writeFileSync(path.join(outDir, 'package.json'), `${JSON.stringify(described, null, 2)}\n`)
