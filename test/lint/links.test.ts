/** What the documents name is there: pages and headings that they link to, scripts, files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..', '..')
const FOLDERS = ['bench', 'config', 'docs', 'functions', 'platform', 'scripts', 'src', 'test'] as const
/** `npm run` in the folder that a private cloud is given: scripts/build/private-cloud.mjs. */
const DEPLOYED = ['keys']

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')
const isMarkdown = (file: string): boolean => file.endsWith('.md')
const pages = [
  ...readdirSync(root).filter(isMarkdown),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(isMarkdown)
      .map((file) => path.join(folder, file)),
  ),
]

/** As the usual hosts of repositories make them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
const anchorsOf = (page: string): readonly string[] =>
  [...read(page).matchAll(/^#+\s+(.*)$/gm)].map(([, heading = '']) => anchorOf(heading))

const brokenLinks = (page: string, text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, to = '']) => {
    if (/^[a-z]+:/.test(to)) return []
    const [file = '', anchor] = to.split('#')
    const target = file === '' ? page : path.join(path.dirname(page), file)
    if (!existsSync(path.join(root, target))) return [to]
    return anchor === undefined || anchorsOf(target).includes(anchor) ? [] : [to]
  })

const unknownScripts = (text: string): readonly string[] => {
  const { scripts } = JSON.parse(read('package.json')) as {
    readonly scripts: Readonly<Record<string, string>>
  }
  return [...text.matchAll(/\bnpm run (?:-[\w-]+ )*(\w[\w:-]*)/g)].flatMap(([, name = '']) =>
    name in scripts || DEPLOYED.includes(name) ? [] : [name],
  )
}

/** Paths from the root, or from the functions, the page, or the tests that a page speaks of; a pattern stands for its folder. */
const missingFiles = (page: string, text: string): readonly string[] => {
  const fromRoot = [
    ...text.matchAll(new RegExp(`(?<![\\w/.<>-])(?:${FOLDERS.join('|')})/[\\w./*<>{},-]+`, 'g')),
  ].map(([found]) => found)
  const quoted = [...text.matchAll(/`([\w/.*-]+\/[\w.*-]+\.(?:ts|tsx|mjs|cjs|md|sql|service))`/g)].map(
    ([, found = '']) => found,
  )
  const bases = [
    '',
    'functions',
    'test',
    'test/functions',
    'test/functions/core/store',
    'docs',
    path.dirname(page),
  ]
  return [...fromRoot, ...quoted].filter((found) => {
    const plain = found.replace(/[<{*].*$/, '').replace(/[.,]+$/, '')
    const wanted = plain === found.replace(/[.,]+$/, '') ? plain : plain.replace(/[^/]*$/, '')
    return !wanted.startsWith('dist/') && !bases.some((base) => existsSync(path.join(root, base, wanted)))
  })
}

test('there are pages to look at', () => {
  expect(pages).toEqual(
    expect.arrayContaining([
      'README.md',
      path.join('docs', 'store.md'),
      path.join('functions', 'accounts', 'README.md'),
    ]),
  )
})

test.each(pages)('%s names nothing that is not there', (page) => {
  const text = read(page)
  expect({
    links: brokenLinks(page, text),
    scripts: unknownScripts(text),
    files: missingFiles(page, text),
  }).toEqual({ links: [], scripts: [], files: [] })
})

test('what is not there is found', () => {
  const text =
    '[a](docs/none.md) [b](README.md#no-such-heading) [c](README.md#two-commands) [d](https://example.cn/x.md) `npm run nothing -- x` `npm run build` test/none.ts `core/pure/none.ts` functions/*/contract.ts'
  expect(brokenLinks('README.md', text)).toEqual(['docs/none.md', 'README.md#no-such-heading'])
  expect(unknownScripts(text)).toEqual(['nothing'])
  expect(missingFiles('README.md', text)).toEqual(['docs/none.md', 'test/none.ts', 'core/pure/none.ts'])
})
