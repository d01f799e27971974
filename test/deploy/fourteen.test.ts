/**
 * Fourteen more functions, made by `npm run new` in a copy of the project: everything derived follows, each is sound, and what
 * is deployed stays flat: no function carries another's code, and the mini-program's first page does not grow with them.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { copyProject, type Copy } from '../harness/copy/copy'

const NAMES = [
  'feedback', 'claims', 'receipts', 'raffle', 'notices', 'topics', 'archives',
  'groups', 'filing', 'payments', 'certs', 'complaints', 'prizes', 'tariffs',
] // prettier-ignore
/** Bytes of all that a function loads beside the client of its database. */
const MOST_OF_FUNCTION = 250_000

let copy: Copy
let before: string
beforeAll(() => {
  copy = copyProject()
  before = readFileSync(join(copy.root, 'functions/registry.ts'), 'utf8')
  for (const name of NAMES) copy.run('scripts/run.mjs', 'scripts/new.ts', 'function', name)
  copy.run('scripts/run.mjs', 'scripts/docs.ts')
}, 120_000)
afterAll(() => copy.remove())

const read = (file: string): string => readFileSync(join(copy.root, file), 'utf8')

test('one line in the registry and one in the app’s routes: the rest is new files and what is generated', () => {
  expect(read('functions/registry.ts').split('\n').length - before.split('\n').length).toBe(NAMES.length)
  for (const name of NAMES) {
    expect(read('src/app.config.ts')).toContain(
      `{ root: 'packages/${name}', name: '${name}', pages: ['add/index'] }`,
    )
    expect(read('docs/openapi.json')).toContain(`"/${name}/add"`)
    expect(read('docs/permissions.md')).toContain(`\`${name}/add\``)
    expect(read('functions/all-collections.ts')).toContain(`./${name}/collections'`)
    expect(read('src/client/contracts.ts')).toContain(`readonly ${name}: typeof ${name}`)
    expect(read('serverless.yml')).toContain(`POST /api/${name}/{procedure}`)
    const { functions } = JSON.parse(read('cloudbaserc.json')) as { functions: { name: string }[] }
    expect(functions.map((one) => one.name)).toContain(name)
  }
})

test('a name that cannot be one, or that is taken, is refused in words', () => {
  const refused = (name: string): string => {
    try {
      copy.run('scripts/run.mjs', 'scripts/new.ts', 'function', name)
      return ''
    } catch (error) {
      return String(error)
    }
  }
  expect(refused('Feedback')).toContain('small letters')
  expect(refused('../x')).toContain('small letters')
  expect(refused('halls')).toContain('halls is taken')
})

test('they compile, and lint and the formatter have nothing to say', () => {
  copy.run('node_modules/typescript/bin/tsc', '-b')
  const folders = ['functions', 'test/functions', 'test/src', 'src/packages'].map(
    (folder) => `${folder}/feedback`,
  )
  copy.run('node_modules/eslint/bin/eslint.js', ...folders, 'functions/registry.ts', '--max-warnings', '0')
  copy.run(
    'node_modules/prettier/bin/prettier.cjs',
    '--check',
    ...folders,
    'functions/registry.ts',
    'src/app.config.ts',
  )
}, 240_000)

test('their own tests pass, and so do those that go through every function', () => {
  const tests = [
    'test/functions/feedback', 'test/src/feedback', 'test/functions/strangers.test.ts', 'test/functions/refusals.test.ts',
    'test/functions/permissions.test.ts', 'test/platform/registry.test.ts', 'test/deploy/cloudbase.test.ts', 'test/platform/documents.test.ts',
  ] // prettier-ignore
  copy.run('node_modules/jest/bin/jest.js', '--maxWorkers=2', '--silent', ...tests)
}, 240_000)

test('no function carries another’s code', () => {
  copy.run('scripts/build.mjs', 'functions')
  const built = join(copy.root, 'dist/functions')
  /** What a fresh process has loaded once the function has opened its store and answered. */
  const loaded = (name: string): number => {
    const report = join(built, `${name}.json`)
    const data = join(copy.root, 'data', name)
    const child = join(copy.root, 'bench/cold-start/first-read.js')
    spawnSync(process.execPath, [child, join(built, name), name === 'accounts' ? 'me' : 'nothing', report], {
      env: { PATH: process.env.PATH, DATA_DIR: data, LOG_LEVEL: 'silent', METRICS: 'off' },
    })
    const files = (JSON.parse(readFileSync(report, 'utf8')) as { loaded: readonly string[] }).loaded
    return files
      .filter((file) => file.startsWith(join(built, name)))
      .reduce((sum, file) => sum + statSync(file).size, 0)
  }
  const sizes = readdirSync(built).map((name) => ({ name, bytes: loaded(name) }))
  expect(sizes.length).toBeGreaterThanOrEqual(NAMES.length + 4)
  expect(sizes.every(({ bytes }) => bytes > 50_000)).toBe(true)
  expect(sizes.filter(({ bytes }) => bytes > MOST_OF_FUNCTION)).toEqual([])
}, 60_000)

test('the main package of WeChat and the first page of the web stay within their budgets', () => {
  for (const type of ['weapp', 'h5']) copy.build('node_modules/@tarojs/cli/bin/taro', 'build', '--type', type)
  const table = copy.run('scripts/check-output.mjs')
  expect(table).toMatch(/WeChat main package +\d/)
  expect(table).toContain('packages/feedback')
}, 300_000)
