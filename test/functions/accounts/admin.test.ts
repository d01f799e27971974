import { allCollections } from '../../../functions/all-collections'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAdmin } from '../../../platform/admin/cli'
import { contract } from '../../../functions/accounts/contract'
import { router } from '../../../functions/accounts/router'
import { openInstance, type Instance } from '../../../functions/core/io/entry/instance'
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { findOrCreateAccount } from '../../../functions/core/io/identity/account'
import { startSession } from '../../../functions/core/io/identity/session'
import { silentLog } from '../../../functions/core/io/log/lines'

let dir: string
let instance: Instance
const environment = () => ({ DATA_DIR: dir, RATE_LIMIT: 'off' })
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shuibang-admin-'))
  instance = await openInstance({
    functions: { accounts: { contract, router, collections: allCollections } },
    environment: environment(),
    log: silentLog,
    strict: true,
  })
})
afterEach(async () => {
  await instance.close()
  rmSync(dir, { recursive: true, force: true })
})

const admin = async (...words: string[]) => {
  const said: string[] = []
  const code = await runAdmin({ words, environment: environment(), say: (line) => void said.push(line) })
  return { code, said: said.join('\n') }
}
const person = async (name: string) => (await findOrCreateAccount(instance.services, name)).id
const call = async (name: string, procedure: string, input: unknown = {}) => {
  const { token } = await startSession(
    instance.services,
    await findOrCreateAccount(instance.services, name),
    Date.now(),
  )
  return instance.entry.handle({
    procedure: `accounts/${procedure}`,
    input,
    headers: { authorization: `Bearer ${token}` },
  })
}
const grants = async (name: string): Promise<unknown> =>
  ((await call(name, 'me')).body as { grants: unknown }).grants

describe('bootstrap', () => {
  it('names the first administrators beside a running server, once', async () => {
    const [a, b] = [await person('a'), await person('b')]
    expect(await admin('bootstrap', '--account', a, '--account', b)).toEqual({
      code: 0,
      said: `administrators: ${a}, ${b}`,
    })
    expect(await grants('a')).toEqual([{ role: 'admin' }])
    expect(await grants('b')).toEqual([{ role: 'admin' }])
    const again = await admin('bootstrap', '--account', await person('c'), '--account', a)
    expect(again.code).toBe(1)
    expect(again.said).toContain('has had its first administrators')
    expect(await grants('c')).toEqual([])
  })
  it('takes two to five real people', async () => {
    const a = await person('a')
    expect((await admin('bootstrap', '--account', a)).said).toContain('two people')
    expect((await admin('bootstrap', '--account', a, '--account', a)).said).toContain('two people')
    expect((await admin('bootstrap', '--account', a, '--account', 'ac_nobody')).said).toBe(
      'no account ac_nobody',
    )
    expect((await admin('bootstrap', '--openid', 'new-1', '--openid', 'new-2')).code).toBe(0)
    expect(await grants('new-1')).toEqual([{ role: 'admin' }])
  })
})

describe('grant', () => {
  const first = async () => {
    const [a, b, c] = [await person('a'), await person('b'), await person('c')]
    await admin('bootstrap', '--account', a, '--account', b)
    return { a, b, c }
  }
  it('gives an officer halls, and a supervisor only with a second administrator', async () => {
    const { a, b, c } = await first()
    const officer = ['grant', '--account', c, '--role', 'officer', '--halls', 'h1, h2', '--reason', 'new']
    expect((await admin(...officer, '--by', a)).code).toBe(0)
    const supervisor = ['grant', '--account', c, '--role', 'supervisor', '--regions', '32', '--reason', 'new']
    expect((await admin(...supervisor, '--by', a)).said).toContain('waiting')
    expect((await admin(...supervisor, '--by', a)).said).toContain('another administrator')
    expect((await admin(...supervisor, '--by', b)).code).toBe(0)
    expect(await grants('c')).toEqual([
      { role: 'officer', halls: ['h1', 'h2'] },
      { role: 'supervisor', regions: ['32'] },
    ])
    const audited = await instance.services.store.query(auditEntries.name, {
      index: 'subject',
      where: { subject: c },
    })
    expect(audited.items.map(({ doc }) => doc.action)).toEqual([
      'accounts/grantRole',
      'accounts/requestRole',
      'accounts/grantRole',
    ])
  })
  it('is for administrators, and says what is missing', async () => {
    const { a, c } = await first()
    expect(
      (await admin('grant', '--account', c, '--role', 'officer', '--by', c, '--reason', 'x')).said,
    ).toContain('no administrator')
    expect(
      (await admin('grant', '--account', c, '--role', 'king', '--by', a, '--reason', 'x')).said,
    ).toContain('--role: one of')
    expect((await admin('grant', '--account', c, '--role', 'officer', '--by', a)).said).toContain('--reason')
    expect(
      (await admin('grant', '--account', 'ac_nobody', '--role', 'officer', '--by', a, '--reason', 'x')).said,
    ).toBe('no account ac_nobody')
    expect(
      (
        await admin(
          'grant',
          '--account',
          c,
          '--role',
          'supervisor',
          '--regions',
          'north',
          '--by',
          a,
          '--reason',
          'x',
        )
      ).said,
    ).toContain('division codes')
  })
})

describe('grant --duties', () => {
  it('adds what the grant allows at its places, and says what a role may hold', async () => {
    const [a, b, c] = [await person('a'), await person('b'), await person('c')]
    await admin('bootstrap', '--account', a, '--account', b)
    const to = ['grant', '--account', c, '--role', 'officer', '--halls', 'h1', '--reason', '审核岗']
    expect(await admin(...to, '--by', a, '--duties', 'approve')).toEqual({
      code: 1,
      said: '--duties: the role officer may hold review, pay, customs, moderate, publish',
    })
    expect((await admin(...to, '--by', a, '--duties', 'review, moderate')).code).toBe(0)
    expect(await grants('c')).toEqual([{ role: 'officer', halls: ['h1'], duties: ['moderate', 'review'] }])
    expect((await admin(...to, '--by', a, '--duties', 'pay')).said).toContain('waiting')
    expect((await admin(...to, '--by', b, '--duties', 'pay')).code).toBe(0)
    expect(await grants('c')).toContainEqual({ role: 'officer', halls: ['h1'], duties: ['pay'] })
  })
  it('takes a reason that says something', async () => {
    const [a, b] = [await person('a'), await person('b')]
    await admin('bootstrap', '--account', a, '--account', b)
    const to = ['grant', '--by', a, '--account', b, '--role', 'officer', '--halls', 'h1']
    expect(await admin(...to, '--reason', '\u3164\u3164\u3164')).toMatchObject({ code: 1 })
  })
})

describe('rotate-keys', () => {
  it('puts a fresh key in front under a running server, which loses nothing', async () => {
    const input = { kind: 'person', name: '王小明', number: '11010519491231002X' }
    expect((await call('wang', 'bind', input)).status).toBe(200)
    const { code, said } = await admin('rotate-keys')
    expect(code).toBe(0)
    expect(said).toMatch(/^key k2 is in front; [1-9]\d* data keys/)
    expect(JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8'))).toMatchObject({ current: 'k2' })
    expect((await call('wang', 'me')).body).toMatchObject({ taxpayers: [{ name: '王*明' }] })
    expect((await call('li', 'bind', input)).status).toBe(200)
    const other = await openInstance({
      functions: {},
      collections: allCollections,
      environment: environment(),
      log: silentLog,
    })
    expect((await other.services.vault.keysOf([await person('wang'), await person('li')])).size).toBe(2)
    await other.close()
  })
})

describe('the command line', () => {
  it.each([[[]], [['rubbish']], [['toString']], [['grant', '--rubbish']]])(
    'explains itself: %j',
    async (words) => {
      const { code, said } = await admin(...words)
      expect(code).toBe(1)
      expect(said).toContain('npm run admin -- <command>')
    },
  )
})
