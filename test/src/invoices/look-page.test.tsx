import { act, screen, waitFor } from '@testing-library/react'
import { handedOver } from '../../../src/client/handover'
import { prefer } from '../../../src/client/preferences'
import LookPage from '../../../src/packages/invoices/look'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CODE, facts, genuine, INVOICE, invoice, known, NOW } from './fixtures'
import { el, fill, namelessControls, onStage, scanning, seen, standStill, tap } from './stage'

standStill()

const scanned = { hand: { by: 'code', text: CODE } } as const
/** Once what is known is there: it may answer without a check. */
const tapCheck = async (): Promise<void> => {
  await waitFor(() => expect(el('check')).not.toHaveAttribute('aria-disabled'))
  await tap('check')
}

/** Seven minutes past the hour that has begun. */
const LATER = NOW + 7 * 60_000

describe('what an invoice says of itself', () => {
  it('its kind in words, its number in groups, its day, and what its amount is of', async () => {
    onStage(LookPage, scanned)
    expect(await seen('facts-kind')).toHaveTextContent('数电票（普通发票）')
    expect(el('facts-number')).toHaveTextContent('2642 7000 0003 7558 6818')
    expect(el('facts-amount')).toHaveTextContent('10.70 元')
    expect(el('facts')).toHaveTextContent('价税合计')
    expect(el('facts')).toHaveTextContent('2026年4月30日')
    expect(namelessControls()).toEqual([])
  })

  it('everything that was looked at at once, with rule and basis, and that it proves nothing', async () => {
    onStage(LookPage, scanned)
    expect(await seen('offline')).toHaveTextContent('不能证明真伪')
    const findings = el('findings')
    expect(findings.querySelectorAll('[role="listitem"]').length).toBeGreaterThan(10)
    for (const finding of findings.querySelectorAll('[role="listitem"]'))
      expect(finding).toHaveTextContent('依据：')
    expect(el('findings-crc')).toHaveTextContent('这不能证明发票真伪')
  })

  it('is told without signing in; what needs an account says so', async () => {
    const { asked } = onStage(LookPage, { ...scanned, signedIn: false })
    expect(await seen('findings')).toBeInTheDocument()
    expect(el('checking')).toHaveTextContent('登录后可以查验真伪')
    expect(document.getElementById('keeping')).toBeNull()
    expect(asked).toEqual([])
    await tap('sign-in')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: expect.stringContaining('/packages/account/signin/index') as string,
    })
  })

  it('with a fault is not checked: all of them are told, and the way is to put them right', async () => {
    const { inputs } = onStage(LookPage, {
      hand: { by: 'code', text: '01,32,,25427000000375586818,10.70,20260430,,FAFB' },
    })
    expect(await seen('findings-year')).toHaveTextContent('不符合')
    expect(document.getElementById('check')).toBeNull()
    expect(document.getElementById('keep')).toBeNull()
    await tap('edit')
    expect((el('entry-number') as HTMLInputElement).value).toBe('25427000000375586818')
    expect(inputs('known')).toEqual([])
  })
})

describe('is it genuine', () => {
  it('says how many checks are left today, asks with one key, and shows what is known', async () => {
    const { inputs, asked } = onStage(LookPage, {
      ...scanned,
      change: { 'invoices/known': known({ left: 3 }) },
    })
    await waitFor(() => expect(el('check-left')).toHaveTextContent('今天还可以查验 3 次'))
    await tapCheck()
    const verdict = await seen('verdict-normal')
    expect(verdict).toHaveTextContent('查验一致，状态正常')
    for (const words of ['示范市城东家常菜餐饮店', '10.70 元', '是您本人'])
      expect(el('checking')).toHaveTextContent(words)
    expect(inputs('check')).toEqual([facts])
    expect(
      asked.find(({ procedure }) => procedure === 'invoices/check')?.headers['Idempotency-Key'],
    ).toBeTruthy()
    expect(document.getElementById('check')).toBeNull()
  })

  it.each([
    ['void', { ...genuine, state: 'void' }, ['已作废', '要一张新的']],
    ['red', { ...genuine, state: 'red' }, ['已被红冲', '要一张新的']],
    ['mismatch', known({ outcome: 'mismatch', again: LATER }), ['与记录不一致', '不等于假发票']],
    ['notFound', known({ outcome: 'notFound', again: LATER, left: 4 }), ['还没有进入数据库', '10:07 后再查']],
    ['tooMany', known({ outcome: 'tooMany', again: LATER }), ['次数太多', '10:07 后再查']],
    ['notCovered', known({ outcome: 'notCovered' }), ['查不了这张发票', '全国增值税发票查验平台']],
    ['unreachable', known({ outcome: 'unreachable', again: LATER }), ['没有连上', '与这张发票无关']],
  ] as const)('%s is told honestly, with what to do next', async (verdict, answer, words) => {
    onStage(LookPage, { ...scanned, change: { 'invoices/check': answer } })
    await tapCheck()
    const shown = await seen(`verdict-${verdict}`)
    for (const one of words) expect(shown).toHaveTextContent(one)
    // Nothing of what only a genuine invoice tells.
    if (answer.outcome !== 'match') expect(el('checking')).not.toHaveTextContent('示范市')
    expect(namelessControls()).toEqual([])
  })

  it('a genuine one is handed to the lottery in memory: no figure of it is in the address', async () => {
    onStage(LookPage, { ...scanned, change: { 'invoices/known': genuine } })
    await seen('enter-lottery')
    await tap('enter-lottery')
    const { url } = Taro.navigateTo.mock.lastCall?.[0] as { url: string }
    const [, handed] = /^\/packages\/lottery\/enter\/index\?handed=([a-z0-9-]+)$/.exec(url) ?? []
    expect(handed).toBeDefined()
    expect(handedOver(handed)).toEqual(facts)
  })

  it('what differs is compared in the form, where it stands as it was read', async () => {
    onStage(LookPage, {
      ...scanned,
      change: { 'invoices/known': known({ outcome: 'mismatch', again: LATER }) },
    })
    await tap('check-edit')
    expect((el('entry-amount') as HTMLInputElement).value).toBe('10.70')
  })

  it('may be asked again only once that makes sense', async () => {
    const waiting = known({ outcome: 'notFound', again: NOW - 1, left: 4 })
    const { answers } = onStage(LookPage, { ...scanned, change: { 'invoices/known': waiting } })
    answers['invoices/check'] = known({ outcome: 'notFound', again: LATER, left: 3 })
    await waitFor(() => expect(el('check')).toHaveTextContent('再查一次'))
    await tapCheck()
    await waitFor(() => expect(document.getElementById('check')).toBeNull())
    expect(el('check-left')).toHaveTextContent('3 次')
  })

  it('when the checks of the day are spent, says when it can be asked again', async () => {
    const spent = refuse(409, 'CHECKS_SPENT', '这张发票今天已经查验 5 次，请明天再查。', {
      again: NOW + 14 * 3_600_000,
    })
    onStage(LookPage, { ...scanned, change: { 'invoices/check': spent } })
    await tapCheck()
    expect(await seen('check-failed')).toHaveTextContent('今天已经查验 5 次')
    expect(el('checking')).toHaveTextContent('11月25日 周三 0:00 后可以再查')
  })

  it('what the server finds wrong is told with rule and basis', async () => {
    const faults = refuse(422, 'INVOICE_FAULTS', '有问题。', {
      findings: [{ code: 'year', rule: '前两位是开票年份', basis: '某公告', unconfirmed: true }],
    })
    onStage(LookPage, { ...scanned, change: { 'invoices/check': faults } })
    await tapCheck()
    expect(await seen('refused-year')).toHaveTextContent('前两位是开票年份')
    expect(el('refused-year')).toHaveTextContent('依据：某公告')
  })

  it('says that the demonstration knows sample invoices alone', async () => {
    onStage(LookPage, scanned)
    expect(await screen.findByText(/只认得示例发票/)).toBeInTheDocument()
  })
})

describe('into the wallet', () => {
  it('with the category that its seller suggests, and a note; then says what comes next', async () => {
    const { inputs } = onStage(LookPage, { ...scanned, change: { 'invoices/known': genuine } })
    await waitFor(() => expect(el('category-dining')).toHaveAttribute('aria-checked', 'true'))
    await fill('note', '客户来访')
    await tap('keep')
    expect(await seen('kept')).toHaveTextContent('已放入票夹')
    expect(inputs('keep')).toEqual([{ facts, source: 'photo', category: 'dining', note: '客户来访' }])
    await tap('kept-open')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/invoices/invoice/index?id=${INVOICE}`,
    })
  })

  it('a chosen category is not changed by what is learned later', async () => {
    const { inputs } = onStage(LookPage, scanned)
    await tap('category-office')
    await tapCheck()
    await seen('verdict-normal')
    await tap('keep')
    await seen('kept')
    expect(inputs('keep')).toMatchObject([{ category: 'office' }])
  })

  it('one that is there already is told, and put in no second time', async () => {
    onStage(LookPage, { ...scanned, change: { 'invoices/keep': { invoice: invoice(), again: true } } })
    await tap('keep')
    expect(await seen('kept')).toHaveTextContent('票夹里已经有这张发票')
  })

  it('what was refused can be tried again', async () => {
    const { answers } = onStage(LookPage, {
      ...scanned,
      change: { 'invoices/keep': refuse(403, 'FORBIDDEN', '现在不行。') },
    })
    await tap('keep')
    expect(await seen('keep-failed')).toHaveTextContent('现在不行')
    answers['invoices/keep'] = { invoice: invoice(), again: false }
    await tap('keep')
    expect(await seen('kept')).toBeInTheDocument()
  })
})

describe('what is no invoice', () => {
  it.each([
    ['https://u.wechat.com/abc', 'wechat', '这是微信的二维码'],
    ['wxp://abc', 'payment', '这是收付款码'],
    ['01,32', 'brokenInvoice', '内容不完整'],
    ['hello', 'unknown', '不是发票或发票抬头的二维码'],
  ])('%s is told as %s, with the ways on', async (text, other, words) => {
    onStage(LookPage, { hand: { by: 'code', text } })
    expect(await seen(`other-${other}`)).toHaveTextContent(words)
    expect(document.getElementById('other-open')).toBeNull()
    expect(el(`other-${other}`)).not.toHaveTextContent(text)
    await scanning('other-scan', async () => ({ result: CODE }))
    expect(await seen('facts')).toBeInTheDocument()
  })

  it('a bare invoice number goes on in the form', async () => {
    onStage(LookPage, { hand: { by: 'code', text: facts.number } })
    await tap('other-type')
    expect((el('entry-number') as HTMLInputElement).value).toBe(facts.number)
  })

  it('only a page of the tax authority is offered to be opened', async () => {
    onStage(LookPage, { hand: { by: 'code', text: 'https://dppt.fujian.chinatax.gov.cn/v/1' } })
    expect(await seen('other-open')).toBeInTheDocument()
  })

  it('a title’s code shows the title and keeps it', async () => {
    const title = {
      name: '城东示范商贸有限公司',
      taxNumber: '91990102MA0DEM005F',
      address: '人民路 18 号',
      phone: '',
      bank: '',
      account: '',
    }
    const { name, taxNumber, address } = title
    const inside = `${name}</>${taxNumber}</>${address}|</>|</>0F3A`
    const text = `$01${Buffer.from(inside, 'utf8').toString('base64')}$`
    const { inputs } = onStage(LookPage, { hand: { by: 'code', text } })
    expect(await seen('title-found')).toHaveTextContent('城东示范商贸有限公司')
    expect(el('title-found')).toHaveTextContent('人民路 18 号')
    await tap('title-keep')
    expect(await seen('title-saved')).toBeInTheDocument()
    expect(inputs('saveTitle')).toEqual([{ ...title, first: false }])
  })

  it('nothing in hand, as after a reload, leads to scanning and typing', async () => {
    onStage(LookPage)
    expect(screen.getByText('现在没有正在看的发票')).toBeInTheDocument()
    await tap('none-type')
    expect(el('entry-kind')).toBeInTheDocument()
  })
})

it('is in English when asked, and leaves no Chinese but the law’s own', async () => {
  onStage(LookPage, {
    ...scanned,
    change: { 'invoices/known': known({ outcome: 'notFound', again: LATER }) },
  })
  act(() => prefer({ language: 'en' }))
  expect(await seen('facts-kind')).toHaveTextContent('Digital invoice (ordinary)')
  expect(await seen('verdict-notFound')).toHaveTextContent('It is not in the database yet')
  expect(el('keeping').textContent).not.toMatch(/[\u4e00-\u9fff]/)
  expect(el('checking').textContent).not.toMatch(/[\u4e00-\u9fff]/)
})

it('in large type the answer stands in sentences to be read aloud', async () => {
  onStage(LookPage, { ...scanned, change: { 'invoices/known': genuine } })
  expect(await seen('verdict-spoken')).toHaveTextContent('查验一致，状态正常。票面内容与开票记录相同')
})
