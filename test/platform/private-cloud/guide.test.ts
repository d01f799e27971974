/** The guide names every variable that is read, its files of halls and matters are taken, and the unit is one that systemd understands. */
import { allCollections } from '../../../functions/all-collections'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gatherConfiguration } from '../../../functions/core/io/entry/configuration'
import { openInstance } from '../../../functions/core/io/entry/instance'
import { openProblems } from '../../../functions/core/io/entry/problems'
import { importHalls } from '../../../platform/admin/halls'
import { importMatters } from '../../../platform/admin/matters'
import { readServerConfiguration } from '../../../platform/server/environment'

const guide = readFileSync('docs/deploy-private-cloud.md', 'utf8') + readFileSync('docs/telemetry.md', 'utf8')

/** The names that are asked for while these are given. */
const namesRead = (given: Record<string, string>): readonly string[] => {
  const names = new Set<string>()
  const environment = new Proxy(given, {
    get: (target, name: string) => {
      names.add(name)
      return target[name]
    },
  })
  gatherConfiguration(environment, openProblems())
  readServerConfiguration(environment, openProblems())
  return [...names]
}

it('names every variable', () => {
  const names = new Set([
    ...namesRead({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://c' }),
    ...namesRead({ STORE: 'postgres', FILES: 's3' }),
    ...namesRead({ STORE: 'cloudbase' }),
    'SHUIBANG_KEYS',
  ])
  expect(names.size).toBeGreaterThan(40)
  expect([...names].filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
})

it('brings files of matters and halls that are taken as they are, and open for booking', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'guide-'))
  const { services, close } = await openInstance({
    functions: {},
    collections: allCollections,
    environment: { DATA_DIR: dir, LOG_LEVEL: 'silent' },
  })
  const example = (name: string): string => readFileSync(`docs/private-cloud/${name}.json`, 'utf8')
  expect(await importMatters(services, example('matters'))).toMatchObject({ added: 2 })
  const halls = await importHalls(services, example('halls'))
  expect(halls).toMatchObject({ added: 1, unknownMatters: [] })
  expect(halls.daysOpened).toBeGreaterThan(0)
  await close()
  rmSync(dir, { recursive: true, force: true })
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
;(hasSystemd ? it : it.skip)('has a unit that systemd understands', () => {
  const dir = mkdtempSync(join(tmpdir(), 'unit-'))
  const unit = join(dir, 'shuibang.service')
  // The user and the program of a machine that has them.
  writeFileSync(
    unit,
    readFileSync('docs/private-cloud/shuibang.service', 'utf8')
      .replace(/^(User|Group)=.*$/gm, '$1=root')
      .replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'),
  )
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' })
  rmSync(dir, { recursive: true, force: true })
  expect([status, stderr]).toEqual([0, ''])
})
