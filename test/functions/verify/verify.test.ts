/** Papers of ours, as anybody verifies them: through the real entry, on a database file. */
import { createEntry, type Entry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { issuePaper, withdrawPapers, type Paper } from '../../../functions/core/io/verification/certify'
import { text } from '../../../functions/core/pure/text'
import { DAY_MS } from '../../../functions/core/pure/time'
import { groupedCode } from '../../../functions/core/pure/verification-code'
import { transact } from '../../../functions/core/io/store/transact'
import { contract } from '../../../functions/verify/contract'
import { router } from '../../../functions/verify/router'
import { testServices, type TestServices } from '../../harness/context'

let services: TestServices
let entry: Entry
beforeEach(async () => {
  services = await testServices()
  entry = createEntry({
    functions: { verify: { contract, router } },
    services,
    identify,
    callsPerMinute: Infinity,
    strict: true,
  })
})
afterEach(() => services.close())

const paper = (over: Partial<Paper> = {}): Paper => ({
  kind: text('预约凭证', 'Proof of booking'),
  subject: 'appointments|ap_1',
  facts: [{ label: text('大厅', 'Hall'), value: text('一厅', 'Hall One') }],
  validUntil: services.time.now + DAY_MS,
  ...over,
})
const issue = (one = paper()): Promise<string> => transact(services, async (tx) => issuePaper(tx, one))
const look = (code: string, language = 'en') =>
  entry.handle({ procedure: 'verify/look', input: { code }, headers: { 'accept-language': language } })

it('tells anybody what a paper says, in the language asked for, however the code is typed', async () => {
  const code = await issue()
  const grouped = groupedCode(code)
  for (const typed of [code, grouped, grouped.toLowerCase(), ` ${grouped.replaceAll('-', ' ')} `])
    expect((await look(typed)).body).toMatchObject({
      code: grouped,
      kind: 'Proof of booking',
      state: 'valid',
      facts: [{ label: 'Hall', value: 'Hall One' }],
    })
  expect((await look(code, 'zh-CN')).body).toMatchObject({ kind: '预约凭证', facts: [{ value: '一厅' }] })
})

it('says that it was withdrawn, and since when; withdrawing twice changes nothing', async () => {
  const [one, other] = [await issue(), await issue(paper({ subject: 'appointments|ap_2' }))]
  const at = services.time.now
  expect(await withdrawPapers(services, 'appointments|ap_1')).toBe(1)
  services.time.now += DAY_MS / 2
  expect(await withdrawPapers(services, 'appointments|ap_1')).toBe(0)
  expect((await look(one)).body).toMatchObject({ state: 'withdrawn', withdrawnAt: at })
  expect((await look(other)).body).toMatchObject({ state: 'valid', withdrawnAt: null })
})

it('says that it is over once its end has come', async () => {
  const code = await issue()
  services.time.now += DAY_MS + 1
  expect((await look(code)).body).toMatchObject({ state: 'over' })
})

it('tells a slip before asking, and an unknown code from a known one', async () => {
  const code = await issue()
  const slip = `${code.slice(0, 4)}${code[4] === '7' ? '8' : '7'}${code.slice(5)}`
  expect(await look(slip)).toMatchObject({ status: 400, body: { data: { issues: [{ path: 'code' }] } } })
  expect(await look('000000000000')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
