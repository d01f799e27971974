/** The gate refuses outputs that WeChat would refuse, each for its reason; a sound one passes. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const gate = path.resolve(__dirname, '..', '..', 'scripts', 'check-output.mjs')

const sound: Readonly<Record<string, string>> = {
  'app.json': JSON.stringify({
    pages: ['pages/home/index'],
    subPackages: [
      { root: 'packages/a', pages: ['one/index'] },
      { root: 'packages/b', pages: ['two/index'] },
    ],
  }),
  'app.js': 'require("./common.js")',
  'common.js': '',
  'pages/home/index.js': 'require("../../common.js")',
  'pages/home/index.json': '{"usingComponents":{"comp":"../../comp"}}',
  'pages/home/index.wxml': '<view>{{words}}</view>',
  'pages/home/index.wxss': '.a { color: red; width: 20rpx }',
  'comp.js': '',
  'comp.json': '{"component":true}',
  'comp.wxml': '<view/>',
  ...Object.fromEntries(
    ['packages/a/one', 'packages/b/two'].flatMap((page) => [
      [`${page}/index.js`, ''],
      [`${page}/index.json`, '{}'],
      [`${page}/index.wxml`, '<view/>'],
    ]),
  ),
}

describe('the gate', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'gate-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  const check = (
    change: Readonly<Record<string, string | undefined>>,
  ): { code: number | null; said: string } => {
    for (const [file, text] of Object.entries({ ...sound, ...change })) {
      if (text === undefined) continue
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), text)
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, [gate, folder, '-'], { encoding: 'utf8' })
    return { code: status, said: stdout + stderr }
  }

  test('a sound output passes', () => {
    expect(check({})).toMatchObject({ code: 0 })
  })

  test.each([
    ['a page without its script', { 'pages/home/index.js': undefined }, /pages\/home\/index\.js is missing/],
    [
      'a component that is not there',
      { 'pages/home/index.json': '{"usingComponents":{"gone":"../gone"}}' },
      /component \.\.\/gone is missing/,
    ],
    [
      'a require that leads nowhere',
      { 'app.js': 'require("./gone.js")' },
      /require\("\.\/gone\.js"\) is missing/,
    ],
    [
      'one sub-package reaching into another',
      { 'packages/a/one/index.js': 'require("../../b/two/index.js")' },
      /reaches into another sub-package/,
    ],
    [
      'the main package reaching into a sub-package',
      { 'app.js': 'require("./packages/a/one/index.js")' },
      /reaches into another sub-package/,
    ],
    [
      "a sub-package's words in the main package",
      {
        'common.js':
          "var words={a:'Sign out of all browsers',b:'Sign in to book, see your tickets and cancel'}",
      },
      /the words of packages\/account are in the main package/,
    ],
    ['a template that WeChat cannot compile', { 'pages/home/index.wxml': '<view>{{ words </view' }, /wcc/],
    ['a sheet that WeChat cannot compile', { 'pages/home/index.wxss': '.a { color: ' }, /wcsc/],
    [
      'a remote font',
      { 'pages/home/index.wxss': '@font-face { font-family: a; src: url(https://example.org/a.woff) }' },
      /remote picture or font/,
    ],
    [
      'a tab outside the main package',
      {
        'app.json': JSON.stringify({
          pages: ['pages/home/index'],
          subPackages: [
            { root: 'packages/a', pages: ['one/index'] },
            { root: 'packages/b', pages: ['two/index'] },
          ],
          tabBar: { list: [{ pagePath: 'packages/a/one/index', text: 'a' }] },
        }),
      },
      /is not in the main package/,
    ],
    [
      'a main package over its budget',
      { 'common.js': `//${'x'.repeat(600_001)}` },
      /main package: 60\d\.\d kB is over/,
    ],
    [
      'a sub-package over its budget',
      { 'packages/a/one/index.js': `//${'x'.repeat(300_001)}` },
      /packages\/a\/: 30\d\.\d kB is over/,
    ],
  ])('refuses %s', (_says, change, words) => {
    const { code, said } = check(change)
    expect(said).toMatch(words)
    expect(code).toBe(1)
  })
})
