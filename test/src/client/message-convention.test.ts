/** One convention for all words (src/messages/README.md): where they live, how they are called, and that nothing else says any. */
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '../../..')
const filesUnder = (folder: string): readonly string[] =>
  fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
    )

const sources = filesUnder('src').filter((file) => /\.tsx?$/.test(file))
/** Folders with both languages and an index. */
const areas = sources.flatMap((file) => (file.endsWith('/zh-CN.ts') ? [path.dirname(file)] : []))
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

const textsOf = async (file: string): Promise<Readonly<Record<string, string>>> => {
  const module = (await import(path.join(root, file))) as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >
  const { texts, ...others } = module
  if (!texts || Object.keys(others).length > 0) throw new Error(`${file} exports texts, and nothing else`)
  return texts
}

const PLACE = /\{(\w+)(?:\|[^|{}]+\|[^|{}]+)?\}/g
const placesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(PLACE)].map((match) => match[1] ?? ''))].sort()

const KEY = /^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)*$/
const HAN = /[\u3400-\u9fff]/

test('an area is a folder called messages of a page or package, or one of src/messages', () => {
  expect(areas.length).toBeGreaterThan(8)
  for (const area of areas)
    expect(area).toMatch(/^src\/(messages\/[a-z]+|(pages|packages)\/[a-z][A-Za-z-]*\/messages)$/)
})

describe.each(areas)('%s', (area) => {
  it('has the same keys and places in both languages, nothing empty, English without Chinese', async () => {
    const chinese = await textsOf(`${area}/zh-CN.ts`)
    const english = await textsOf(`${area}/en.ts`)
    expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
    for (const [key, text] of Object.entries(chinese)) {
      const other = english[key] ?? ''
      expect(key).toMatch(KEY)
      expect([key, placesIn(other)]).toEqual([key, placesIn(text)])
      expect([key, text.trim(), other.trim()]).not.toContain('')
      // Names of languages are written in their own.
      if (!key.startsWith('language.')) expect([key, HAN.test(other)]).toEqual([key, false])
    }
  })

  it('leaves no bracket open, and writes one and many in English alone', async () => {
    for (const [key, text] of Object.entries(await textsOf(`${area}/zh-CN.ts`)))
      expect([key, text.replace(/\{\w+\}/g, '')]).toEqual([key, expect.not.stringMatching(/[{}]/) as string])
    for (const [key, text] of Object.entries(await textsOf(`${area}/en.ts`))) {
      expect([key, text.replace(PLACE, '')]).toEqual([key, expect.not.stringMatching(/[{}]/) as string])
      expect([key, text]).toEqual([key, expect.not.stringMatching(/\{n\} [a-z]+s\b/) as string])
    }
  })
})

/** Static titles that WeChat shows before any script has run; and what a platform's own refusal is known by. */
const MAY_SAY = [/\.config\.ts$/, /^src\/client\/position\.ts$/]
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|\s\/\/ .*$/gm, '')

test('no source says anything in Chinese outside its area of words', () => {
  const speaking = sources
    .filter((file) => !areas.includes(path.dirname(file)) && !MAY_SAY.some((pattern) => pattern.test(file)))
    .filter((file) => HAN.test(withoutComments(read(file))))
  expect(speaking).toEqual([])
})

test("a package's words are read by that package alone, so that they stay out of WeChat's main package", () => {
  const stray = sources.flatMap((file) =>
    [...read(file).matchAll(/from '(\.[^']*messages)'/g)]
      .map((match) => path.join(path.dirname(file), match[1] ?? ''))
      .filter((area) => /^src\/(packages|pages)\//.test(area) && !file.startsWith(`${path.dirname(area)}/`))
      .map((area) => `${file} reads ${area}`),
  )
  expect(stray).toEqual([])
})
