/** The registry is whole: what lies under functions/ is listed, and what is listed is deployed with all that it touches. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionModule } from '../../functions/core/io/entry/procedures'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import { coreCollections } from '../../functions/core/collections'
import { deployment } from '../../functions/deployment'
import { buildFunctions, type BuiltFunction } from '../harness/built'

const root = process.cwd()
const folders = readdirSync(join(root, 'functions'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(root, 'functions', entry.name, 'index.ts')))
  .map(({ name }) => name)
  .sort()

let bundled: readonly BuiltFunction[]
beforeAll(() => {
  bundled = buildFunctions()
}, 60_000)

const inputsOf = (name: string): readonly string[] =>
  bundled.find((one) => one.name === name)?.files.flatMap(({ inputs }) => Object.keys(inputs)) ?? []

type Deployed = FunctionModule & { readonly named: string }
const known = new Map<string, Deployed>()

/** What its index.ts hands to `deploy`. */
const deployedWith = (name: string): Deployed => {
  const found = known.get(name) ?? loaded(name)
  known.set(name, found)
  return found
}

const loaded = (name: string): Deployed => {
  let given: Deployed | undefined
  jest.isolateModules(() => {
    jest.doMock('../../functions/core/io/entry/deploy', () => ({
      deploy: (named: string, functionModule: FunctionModule) => {
        given = { named, ...functionModule }
        return {}
      },
    }))
    jest.requireActual(`../../functions/${name}/index`)
  })
  if (!given) throw new Error(`${name}/index.ts deploys nothing`)
  return given
}

test('every folder of functions with an index is listed, and nothing else', () => {
  expect(deployment.map(({ name }) => name)).toEqual(folders)
})

describe.each(deployment.map((one) => [one.name, one] as const))('%s', (name, manifest) => {
  it('is deployed under its own name, with the procedures that the registry lists', () => {
    const { named, contract, router } = deployedWith(name)
    expect(named).toBe(name)
    expect(Object.keys(contract)).toEqual(Object.keys(manifest.contract))
    expect(Object.keys(router).sort()).toEqual(Object.keys(manifest.contract).sort())
  })

  it('opens every collection whose declaration is in its bundle', () => {
    const opened = new Set(
      [...coreCollections, ...(deployedWith(name).collections ?? [])].map((spec) => spec.name),
    )
    const carried = inputsOf(name)
      .filter((input) => /^functions\/[a-z]+\/collections\.ts$/.test(input) && !input.includes('/core/'))
      .flatMap((input) => {
        const { collections } = jest.requireActual<{ readonly collections: readonly CollectionSpec[] }>(
          `../../${input}`,
        )
        return collections.map((spec) => spec.name)
      })
    expect(carried.filter((one) => !opened.has(one))).toEqual([])
  })

  it('carries neither the registry nor a manifest', () => {
    expect(inputsOf(name).filter((input) => /\/(registry|deployment|manifest)\.ts$/.test(input))).toEqual([])
  })

  it('has jobs for its timers, and a timer or a caller for each job', () => {
    const jobs = Object.keys(manifest.contract)
    expect(
      (manifest.timers ?? []).map(({ procedure }) => procedure).filter((job) => !jobs.includes(job)),
    ).toEqual([])
  })
})
