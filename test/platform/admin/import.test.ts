/** A new deployment gets its catalogue from files, and is open for booking at once. */
import { allCollections } from '../../../functions/all-collections'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contract as accounts } from '../../../functions/accounts/contract'
import { router as accountsRouter } from '../../../functions/accounts/router'
import { contract } from '../../../functions/appointments/contract'
import { router } from '../../../functions/appointments/router'
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { silentLog } from '../../../functions/core/io/log/lines'
import { instantOf } from '../../../functions/core/pure/time'
import { runAdmin } from '../../../platform/admin/cli'
import { demoHalls } from '../../../platform/demo/data/halls'
import { demoMatters } from '../../../platform/demo/data/matters'

/** A Sunday: five working days can be booked. */
const clock = () => instantOf('2026-11-22', 600)
let dir: string
let instance: Instance
const environment = () => ({ DATA_DIR: dir, RATE_LIMIT: 'off', DEMONSTRATION: 'off' })
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuibang-import-'))
  const functions = {
    accounts: { contract: accounts, router: accountsRouter },
    appointments: { contract, router },
  }
  instance = await openInstance({
    functions,
    collections: allCollections,
    environment: environment(),
    log: silentLog,
    strict: true,
    clock,
  })
})
afterEach(async () => {
  await instance.close()
  rmSync(dir, { recursive: true, force: true })
})

const admin = async (...words: string[]) => {
  const said: string[] = []
  const code = await runAdmin({
    words,
    environment: environment(),
    say: (line) => void said.push(line),
    clock,
  })
  return { code, said: said.join('\n') }
}
const importing = (what: 'halls' | 'matters', rows: unknown) => {
  const path = join(dir, `${what}.json`)
  writeFileSync(path, typeof rows === 'string' ? rows : JSON.stringify(rows))
  return admin(`import-${what}`, path)
}
const call = async (procedure: string, input: unknown): Promise<Record<string, unknown>> =>
  (await instance.entry.handle({ procedure, input, headers: {} })).body as Record<string, unknown>

const halls = demoHalls.map(({ id, doc: { v: _, ...rest } }) => ({ id, ...rest }))
const matters = demoMatters.map(({ code, doc: { v: _, rank: __, ...rest } }) => ({ code, ...rest }))
const [hall] = halls
const [matter] = matters

it('opens an empty deployment for booking, in whichever order the files come', async () => {
  const first = await importing('halls', halls)
  expect(first.said).toMatch(
    /^halls: 3 added, 0 changed, 0 as they were\ndays opened for booking: 30\nnot in the catalogue of matters yet, see import-matters: DJ01, /,
  )
  expect((await importing('matters', matters)).said).toBe(
    `matters: ${matters.length} added, 0 changed, 0 as they were`,
  )
  const { days } = await call('appointments/days', { hallId: hall?.id, matter: 'DJ01' })
  expect((days as { state: string }[]).filter(({ state }) => state === 'open')).toHaveLength(5)
  const shown = (await call('appointments/matters', {})).matters as { code: string }[]
  expect(shown.map(({ code }) => code)).toEqual(matters.map(({ code }) => code))
})

describe('import-halls', () => {
  it('adds halls, brings them up to date, and repeats without a trace', async () => {
    await importing('matters', matters)
    expect((await importing('halls', halls)).said).toMatch(
      /^halls: 3 added, 0 changed, 0 as they were\ndays opened/,
    )
    expect((await importing('halls', [...halls].reverse())).said).toBe(
      'halls: 0 added, 0 changed, 3 as they were',
    )
    expect(
      (
        await importing(
          'halls',
          halls.map((row, i) => (i === 0 ? { ...row, phone: '000-1236-6009' } : row)),
        )
      ).said,
    ).toBe('halls: 0 added, 1 changed, 2 as they were')
    const [stored] = await instance.services.store.read('halls', [hall?.id ?? ''])
    expect(stored?.doc).toEqual({ ...demoHalls[0]?.doc, phone: '000-1236-6009' })
    const audited = await instance.services.store.query(auditEntries.name, {
      index: 'subject',
      where: { subject: hall?.id ?? '' },
    })
    // In one instant: their order is drawn.
    expect(audited.items).toHaveLength(2)
    expect(audited.items.map(({ doc }) => doc.detail)).toEqual(
      expect.arrayContaining([{ added: true }, { added: false }]),
    )
  })

  it('writes nothing of a file that is wrong somewhere, and names every field', async () => {
    const { code, said } = await importing('halls', [hall, { ...hall, id: 'x', region: '32', windows: 0 }])
    expect(code).toBe(1)
    expect(said).toContain('1.region')
    expect(said).toContain('1.windows')
    expect((await instance.services.store.read('halls', [hall?.id ?? '']))[0]).toBeUndefined()
    expect((await importing('halls', [hall, hall])).said).toContain('1.id: chengdong-1 is there twice')
    expect((await importing('halls', '{')).said).toBe('the file is not JSON')
  })

  const lasting = (value: number) => ({
    slotMinutes: {
      value,
      basis: { zh: '本厅规定', en: 'Rule of the hall' },
      effectiveFrom: '2026-01-01',
      effectiveTo: null,
    },
  })
  it.each([
    [
      'hours that do not begin on a quarter',
      { hours: [{ from: 545, to: 720 }] },
      /hours: slots of 30 minutes: slots begin on a quarter/,
    ],
    ['a slot of no length', { limits: lasting(0) }, /hours: slots of 0 minutes: slots begin on a quarter/],
    [
      'more slots than a day can be closed with',
      { hours: [{ from: 0, to: 1440 }] },
      /hours: slots of 30 minutes: more than 34 slots/,
    ],
    [
      'hours shorter than a slot',
      { hours: [{ from: 540, to: 555 }] },
      /hours: no slot of 30 minutes fits in/,
    ],
  ])('refuses %s, which could never be opened', async (_, over, told) => {
    expect(await importing('halls', [{ ...hall, ...over }])).toMatchObject({
      code: 1,
      said: expect.stringMatching(told),
    })
  })
})

describe('the windows of a hall', () => {
  const { windowList = [] } = hall ?? {}
  it.each([
    ['as many as the hall has', windowList.slice(1), '4 are listed, windows says 5'],
    ['each once', windowList.map((one) => ({ ...one, number: '1' })), '1 is there twice'],
    [
      'of matters that the hall handles',
      windowList.map((one, i) => (i === 0 ? { ...one, matters: [...one.matters, 'ZZ99'] } : one)),
      'ZZ99 is none of the hall’s matters',
    ],
    [
      'together handling all of these',
      windowList.map((one) => ({ ...one, matters: ['SF01'] })),
      'no window handles FP01',
    ],
    ['named as they stand over them', [{ number: '1 号', matters: ['FP01'] }], '0.windowList.0.number'],
  ])('are %s', async (_, list, told) => {
    const { code, said } = await importing('halls', [{ ...hall, windowList: list }])
    expect([code, said]).toEqual([1, expect.stringContaining(told)])
  })

  it('may be left out', async () => {
    const { windowList: _, ...plain } = hall ?? {}
    expect((await importing('halls', [plain])).code).toBe(0)
    expect((await instance.services.store.read('halls', [hall?.id ?? '']))[0]?.doc).not.toHaveProperty(
      'windowList',
    )
  })
})

describe('import-matters', () => {
  it('brings a matter up to date, and repeats without a trace', async () => {
    await importing('matters', matters)
    expect((await importing('matters', matters)).said).toBe(
      `matters: 0 added, 0 changed, ${matters.length} as they were`,
    )
    expect(
      (
        await importing(
          'matters',
          matters.map((row, i) => (i === 2 ? { ...row, minutes: 33 } : row)),
        )
      ).said,
    ).toContain('0 added, 1 changed')
    expect((await instance.services.store.read('matters', [matters[2]?.code ?? '']))[0]?.doc).toMatchObject({
      minutes: 33,
      rank: 2,
    })
  })

  it.each([
    ['a code of another shape', { code: 'x' }, '0.code'],
    ['no minutes', { minutes: 0 }, '0.minutes'],
    [
      'a way that is no web address',
      { online: { way: matter?.name, url: 'javascript:alert(1)' } },
      '0.online.url',
    ],
    ['words in one language only', { name: { zh: '登记' } }, '0.name.en'],
    ['something that is not expected', { price: 3 }, '0'],
    ['a guide without an office', { guide: { ...matter?.guide, office: undefined } }, '0.guide.office'],
    ['a guide without a step', { guide: { ...matter?.guide, steps: [] } }, '0.guide.steps'],
    [
      'a time limit of no days',
      { guide: { ...matter?.guide, timeLimit: { unit: 'workingDays', count: 0 } } },
      '0.guide.timeLimit.count',
    ],
    [
      'an unconfirmed field that is none of the six',
      { guide: { ...matter?.guide, unconfirmed: ['price'] } },
      '0.guide.unconfirmed.0',
    ],
    [
      'a material in a form that is none',
      { bring: [{ ...matter?.bring[0], format: 'clay' }] },
      '0.bring.0.format',
    ],
  ])('refuses %s', async (_, over, told) => {
    const { code, said } = await importing('matters', [{ ...matter, ...over }])
    expect(code).toBe(1)
    expect(said).toContain(`  - ${told}: `)
    expect((await instance.services.store.query('matters', { index: 'rank' })).items).toEqual([])
  })
  it('refuses a code that is there twice', async () => {
    expect((await importing('matters', [matter, matter])).said).toContain('1.code: FP01 is there twice')
  })
})

it.each(['import-halls', 'import-matters'])('%s says when there is no file', async (command) => {
  expect(await admin(command)).toMatchObject({
    code: 1,
    said: expect.stringContaining(`${command} takes a file`),
  })
  expect(await admin(command, '/nowhere.json')).toEqual({ code: 1, said: '/nowhere.json cannot be read' })
})
