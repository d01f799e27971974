/** docs/dependencies.md names each direct dependency once, with its version, its licence and a reason. */
import { readFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(__dirname, '..', '..')
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8')

interface Package {
  readonly version: string
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}
const json = (file: string): Package => JSON.parse(read(file)) as Package

/** May be used in, or beside, a work under Apache-2.0. MPL covers its own files only, and those are not shipped; a font under the OFL may lie beside ours. */
const FREE = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'MIT AND OFL-1.1',
]
const FOR_TESTS_ONLY = [...FREE, 'MPL-2.0']

const { dependencies = {}, devDependencies = {} } = json('package.json')
const rows = read('docs/dependencies.md')
  .split('\n')
  .flatMap((line) => {
    const [, name = '', version = '', licence = '', why = ''] = line.split('|').map((cell) => cell.trim())
    return /^(@?[a-z0-9-]+\/?)/.test(name) && name !== 'package' && /^(npm:\S+@)?\d/.test(version)
      ? [{ name, version, licence, why }]
      : []
  })
const all = Object.entries({ ...dependencies, ...devDependencies })

describe('docs/dependencies.md', () => {
  test('names each direct dependency once and nothing else', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual(all.map(([name]) => name).sort())
  })

  test.each(all)('%s stands with its version, licence and a reason', (name, version) => {
    const installed = json(`node_modules/${name}/package.json`)
    expect(rows.find((row) => row.name === name)).toEqual({
      name,
      version,
      licence: installed.license,
      why: expect.stringMatching(/\S{2}.{8}/) as unknown,
    })
    expect(installed.version).toBe(version.replace(/^npm:\S+@/, ''))
  })

  test.each(all)('%s has a licence that goes with ours', (name) => {
    expect(name in dependencies ? FREE : FOR_TESTS_ONLY).toContain(
      json(`node_modules/${name}/package.json`).license,
    )
  })
})
