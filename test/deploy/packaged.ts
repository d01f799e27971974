/** What `npm run package` makes, read back. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzip } from '../harness/unzip'

export type Fields = Readonly<Record<string, unknown>>
export interface Resource {
  readonly Type: string
  readonly Properties: Fields
  readonly DeletionPolicy?: string
}
export interface Packaged {
  readonly status: number | null
  readonly said: string
  readonly files: readonly string[]
  /** Path → text of one zip. */
  entries(zip: string): ReadonlyMap<string, string>
  readonly template: {
    readonly Parameters: Readonly<Record<string, Fields>>
    readonly Resources: Readonly<Record<string, Resource>>
  }
  of(type: string): readonly Resource[]
  /** Every file of the folder as text. */
  readonly texts: ReadonlyMap<string, string>
  remove(): void
}

/** Runs `npm run package` in an environment that knows an account's secrets, and where every way out of the machine is an error. */
export const packageStage = (stage: string, environment: Readonly<Record<string, string>>): Packaged => {
  const out = mkdtempSync(join(tmpdir(), 'package-'))
  const guard = join(__dirname, 'no-network.cjs')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/package.mjs', '--stage', stage, '--out', out],
    {
      cwd: process.cwd(),
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: out,
        TMPDIR: tmpdir(),
        NODE_OPTIONS: `--require ${guard}`,
        NETWORK_NOTES: join(out, 'network.txt'),
        ...environment,
      },
    },
  )
  const files = readdirSync(out).sort()
  const bytes = (name: string): Buffer => readFileSync(join(out, name))
  const templateName = 'cloudformation-template-update-stack.json'
  const template = files.includes(templateName)
    ? (JSON.parse(bytes(templateName).toString('utf8')) as Packaged['template'])
    : { Parameters: {}, Resources: {} }
  return {
    status,
    said: stdout + stderr,
    files,
    template,
    entries: (zip) => unzip(bytes(zip)),
    of: (type) => Object.values(template.Resources).filter(({ Type }) => Type === type),
    texts: new Map(
      files.flatMap((name): [string, string][] =>
        name.endsWith('.zip')
          ? [...unzip(bytes(name))].map(([path, text]) => [`${name}/${path}`, text])
          : [[name, bytes(name).toString('utf8')]],
      ),
    ),
    remove: () => rmSync(out, { recursive: true, force: true }),
  }
}
