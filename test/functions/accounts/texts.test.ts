/** Texts that people type meet one rule at the door; what was stored before there was one is read, and shown cleaned. */
import { accounts, taxpayers } from '../../../functions/accounts/collections'
import { contract } from '../../../functions/accounts/contract'
import { taxpayerNames } from '../../../functions/accounts/public'
import { router } from '../../../functions/accounts/router'
import { whereOf } from '../../../functions/accounts/taxpayer'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { transact } from '../../../functions/core/io/store/transact'
import { testServices, type TestServices } from '../../harness/context'
import { as, cast, PERSON, type Cast } from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

const post = async (procedure: string, input: unknown, language = 'zh-CN') => {
  const entry = createEntry({
    functions: { accounts: { contract, router } },
    services,
    identify,
    strict: true,
  })
  const headers = {
    authorization: `Bearer ${await services.tokenOf(people.officer)}`,
    'accept-language': language,
  }
  const { status, body } = await entry.handle({ procedure: `accounts/${procedure}`, input, headers })
  return { status, body: body as { data?: { issues: { path: string; message: string }[] } } }
}

it.each([
  ['\u202e王小明', '含有改变文字方向的隐藏字符，请删去后重新输入。'],
  ['\u2067Anna Wu', '含有改变文字方向的隐藏字符，请删去后重新输入。'],
  ['\u200b\u200b\u200b', '至少 2 个字。'],
  ['\u0301\u0301', '至少 2 个字。'],
  ['\u3164\u3164', '没有看得见的文字。'],
  ['王\u0007明', '含有换行或控制字符，请删去后重新输入。'],
])('a taxpayer called %j is refused, and told why', async (name, message) => {
  const { status, body } = await post('bind', { ...PERSON, name })
  expect([status, body.data?.issues]).toMatchObject([400, [{ path: 'name', message }]])
})

it.each(['\u3164\u3164\u3164', '\u200b\u200b', '\u2800\u2800', '……', '- -', '\u115f\u1160', '核'])(
  'to reveal and to verify, %j is no purpose and no evidence',
  async (purpose) => {
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    const look = await post('reveal', { taxpayerId: taxpayer.id, field: 'name', purpose }, 'en')
    expect([look.status, look.body.data?.issues[0]?.path]).toEqual([400, 'purpose'])
    const check = await post('verify', { taxpayerId: taxpayer.id, evidence: purpose })
    expect([check.status, check.body.data?.issues[0]?.path]).toEqual([400, 'evidence'])
  },
)

it('what was stored before is read all the same, and shown without what turns or hides', async () => {
  const { taxpayer } = await as(services, people.wang)('bind', PERSON)
  const key = await services.vault.keyOf(people.wang)
  const masked = key.seal(
    whereOf(taxpayer.id, 'masked'),
    JSON.stringify({ name: '\u202e***', number: '\u200b' }),
  )
  await transact(services, async (tx) => {
    const doc = await tx.get(taxpayers, taxpayer.id)
    const account = await tx.get(accounts, people.wang)
    if (!doc || !account) throw new Error('bound a moment ago')
    tx.replace(taxpayers, taxpayer.id, {
      ...doc,
      masked,
      name: key.seal(whereOf(taxpayer.id, 'name'), '\u202e王小明'),
    })
    tx.replace(accounts, people.wang, {
      ...account,
      bindings: account.bindings.map((one) => ({ ...one, masked })),
    })
  })
  const me = await as(services, people.wang)('me', {})
  expect(me.taxpayers[0]).toMatchObject({ name: '***', number: '*' })
  expect((await taxpayerNames(services, [taxpayer.id])).get(taxpayer.id)?.name).toBe('***')
})
