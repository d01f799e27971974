import { fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { el, seen, tap, typeInto } from '../booking/stage'
import { ageing, grant, item, meWith, NOW, payable } from './fixtures'
import { eachAlone, listStage, rowOf, seenLate } from './stage'

/** The platform's own reader. */
const opened: unknown[] = []
jest.mock('../../../src/client/open-paper', () => ({
  openPaper: (paper: unknown) => Promise.resolve(opened.push(paper) > 0 ? 'opened' : 'not'),
}))

eachAlone()

describe('paying together', () => {
  const approved = ['p', 'q', 'r', 's', 't'].map((letter) => payable(letter))
  const payer = {
    'accounts/me': meWith([grant('officer', 'pay')]),
    'refunds/differences': { day: '2026-11-23', comparedAt: null, differences: [] },
  }

  it('chooses what is approved, asks once more in words, and tells which were ordered and which not', async () => {
    const { calls } = listStage({
      ...payer,
      'workbench/list': { items: [item(), ...approved] },
      'refunds/order': ({ ids }: { ids: string[] }) =>
        ids.includes(rowOf('q'))
          ? refuse(409, 'FOUR_EYES', '这一步要由另一个人办理。', { id: rowOf('q') })
          : { ordered: ids.map((id) => ({ id, payable: id === rowOf('t') ? 0 : 120_000 })) },
    })
    await tap('pick-all')
    expect(document.getElementById(`pick-${rowOf('a')}`)).toBeNull()
    expect(el('picked')).toHaveTextContent('已选 5 件')
    await tap('pay-together')
    expect(await seen('pay-sheet')).toHaveTextContent(/给这 5 件发出付款？合计 6,000\.00 元.*第三个经手/)
    expect(calls('refunds/order')).toEqual([])
    await tap('pay-yes')
    expect(await seen('paid')).toHaveTextContent('4 件已发出付款，合计 3,600.00 元')
    expect(el('pay-sheet')).toHaveTextContent('其中 1 件全部抵缴或留抵')
    expect(el(`not-paid-${rowOf('q')}`)).toHaveTextContent(/陈\*国这一步要由另一个人办理。/)
    expect(calls('refunds/order').map((input) => (input as { ids: string[] }).ids.length)).toEqual([4, 3, 1])
    await tap('pay-no')
    expect(document.getElementById('pay-sheet')).toBeNull()
    expect(document.getElementById('picked')).toBeNull()
  })

  it('goes on after the connection broke off, under the same key', async () => {
    const { answers, asked } = listStage({
      ...payer,
      'workbench/list': { items: approved.slice(0, 2) },
      'refunds/order': NO_NETWORK,
    })
    await tap(`pick-${rowOf('p')}`)
    await tap(`pick-${rowOf('q')}`)
    await tap('pay-together')
    await tap('pay-yes')
    expect(await seenLate('pay-left')).toHaveTextContent('还有 2 件没有确认')
    answers['refunds/order'] = ({ ids }: { ids: string[] }) => ({
      ordered: ids.map((id) => ({ id, payable: 1 })),
    })
    await tap('pay-yes')
    expect(await seen('paid')).toHaveTextContent('2 件已发出付款')
    const keys = asked
      .filter(({ procedure }) => procedure === 'refunds/order')
      .map(({ headers }) => headers['Idempotency-Key'])
    expect(keys.length).toBeGreaterThan(1)
    expect(new Set(keys).size).toBe(1)
  }, 10_000)

  it('is not offered to who may not pay', async () => {
    listStage({ 'workbench/list': { items: approved.map((one) => ({ ...one, mayAct: false })) } })
    await seen(`work-${rowOf('p')}`)
    expect(document.getElementById('pick-all')).toBeNull()
    expect(document.getElementById('differences')).toBeNull()
  })
})

describe('beside the list', () => {
  it('shows how long cases have still, by number and by amount, with its table', async () => {
    listStage()
    expect(await seen('age-week')).toHaveTextContent('7 天内到期4')
    await tap('age-by-fen')
    expect(el('age-week')).toHaveTextContent('7 天内到期1,234.56 元')
    expect(screen.getByRole('table', { name: '期限分布：数字' })).toBeInTheDocument()
  })

  it('says when only the most urgent were counted, and offers another try', async () => {
    const { answers } = listStage({ 'refunds/ageing': refuse(403, 'FORBIDDEN', '不行。') })
    await seen('age-retry')
    expect(await seen(`work-${rowOf('a')}`)).toBeInTheDocument()
    answers['refunds/ageing'] = { ...ageing, counted: 'most' }
    await tap('age-retry')
    expect(await screen.findByText(/只统计了最急的一部分/)).toBeInTheDocument()
  })

  it('exports a range of days, part by part', async () => {
    const parts = { kind: 'xlsx', name: '退税申请.xlsx', sha256: 's', parts: 2, bytes: 'UEsD' }
    const { calls } = listStage({ 'refunds/sheet': parts })
    await seen('sheet-from')
    const choose = (id: string, day: string): void => {
      const input = el(id).parentElement?.querySelector('input')
      if (input) fireEvent.change(input, { target: { value: day } })
    }
    choose('sheet-from', '2026-12-01')
    await tap('sheet-yes')
    expect(calls('refunds/sheet')).toEqual([])
    choose('sheet-from', '2026-11-20')
    choose('sheet-to', '2026-11-10')
    await tap('sheet-yes')
    expect(el('sheet-order')).toHaveTextContent('结束日期不能早于开始日期')
    expect(calls('refunds/sheet')).toEqual([])
    choose('sheet-to', '2026-11-22')
    await tap('sheet-yes')
    expect(await seen('sheet-told')).toHaveTextContent('表格已准备好')
    expect(opened).toEqual([{ kind: 'xlsx', name: '退税申请.xlsx', base64: 'UEsDUEsD' }])
    expect(calls('refunds/sheet')).toEqual(
      [0, 1].map((place) => ({ hallId: 'east', from: '2026-11-20', to: '2026-11-22', place })),
    )
  })

  it('tells who pays where a day’s payments differ, and opens the case', async () => {
    const { calls } = listStage({
      'accounts/me': meWith([grant('officer', 'pay')]),
      'refunds/differences': ({ day }: { day: string }) => ({
        day,
        comparedAt: NOW,
        differences:
          day === '2026-11-21'
            ? []
            : [
                { orderId: 'po_1', kind: 'other', ours: 100, theirs: [90, 20], caseId: rowOf('a') },
                { orderId: 'po_2', kind: 'later', ours: null, theirs: [], caseId: null },
              ],
      }),
    })
    await waitFor(() => expect(el('differences')).toHaveTextContent('双方一致'))
    expect(el('diff-next')).toHaveAttribute('aria-disabled', 'true')
    await tap('diff-previous')
    expect(await seen('difference-po_1')).toHaveTextContent(
      /金额不一致.*我方1\.00 元对方0\.90 元 \+ 0\.20 元/,
    )
    expect(el('difference-po_2')).toHaveTextContent('其他差异')
    await tap('difference-case-po_1')
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/workbench/refund/index?id=${rowOf('a')}` })
    expect(calls('refunds/differences')).toContainEqual({ hallId: 'east', day: '2026-11-20' })
  })

  it('says that a day was not compared yet, and that the comparison did not come', async () => {
    const { answers } = listStage({
      'accounts/me': meWith([grant('officer', 'pay')]),
      'refunds/differences': refuse(403, 'FORBIDDEN', '不行。'),
    })
    await seen('diff-again')
    answers['refunds/differences'] = { day: '2026-11-23', comparedAt: null, differences: [] }
    await tap('diff-again')
    await waitFor(() => expect(el('differences')).toHaveTextContent('还没有对账'))
  })
})

describe('what the office finds itself', () => {
  const line = {
    id: 'pv_1',
    number: '332026110700015201',
    tax: 'deed',
    taxName: '契税',
    from: '2026-10-12',
    to: '2026-10-12',
    paidOn: '2026-10-12',
    paid: 300_000,
    left: 200_000,
    approved: 0,
  }

  it('is looked up by its voucher, and opens a case that names how it was found', async () => {
    const { calls } = listStage({
      'refunds/lookVouchers': { items: [line, { ...line, id: 'pv_2', left: 0 }] },
      'refunds/openFound': { id: rowOf('f'), state: 'accepted' },
    })
    await tap('open-found')
    typeInto('found-number', '123')
    await tap('found-look')
    expect(el('found-number-problem')).toHaveTextContent('至少 6 位')
    typeInto('found-number', '3320 2611 0700 0152 01')
    await tap('found-look')
    expect(await seen('found-pv_2')).toHaveAttribute('aria-disabled', 'true')
    await tap('found-pv_1')
    await tap('found-yes')
    expect(el('found-faults')).toHaveTextContent('多缴的金额')
    typeInto('found-amount', '2000.01')
    expect(el('found-amount-problem')).toHaveTextContent('不能大于 2,000.00 元')
    typeInto('found-amount', '1500')
    typeInto('found-said', '系统比对发现重复入库')
    await tap('found-yes')
    await waitFor(() =>
      expect(calls('refunds/openFound')).toEqual([
        { hallId: 'east', voucherId: 'pv_1', amount: 150_000, said: '系统比对发现重复入库' },
      ]),
    )
    expect(calls('refunds/lookVouchers')).toEqual([{ hallId: 'east', number: '332026110700015201' }])
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: `/packages/workbench/refund/index?id=${rowOf('f')}` })
  })

  it.each([
    [refuse(404, 'NOT_FOUND', '没有找到。'), '还没有在本平台实名核验'],
    [refuse(409, 'VOUCHER_SPENT', '余额不够。', { left: 50_000 }), '余额不够。 这一笔最多还能退 500.00 元。'],
    [refuse(409, 'FOUR_EYES', '要由另一个人办理。'), '要由另一个人办理。'],
  ])('says why it was refused: %#', async (refusal, words) => {
    listStage({ 'refunds/lookVouchers': { items: [line] }, 'refunds/openFound': refusal })
    await tap('open-found')
    typeInto('found-number', line.number)
    await tap('found-look')
    await tap('found-pv_1')
    typeInto('found-amount', '1500')
    typeInto('found-said', '系统比对发现')
    await tap('found-yes')
    expect(await screen.findByText(new RegExp(words))).toBeInTheDocument()
  })

  it('says that a number is unknown', async () => {
    listStage({ 'refunds/lookVouchers': { items: [] } })
    await tap('open-found')
    typeInto('found-number', '999999999')
    await tap('found-look')
    expect(await seen('found-none')).toHaveTextContent('没有查到')
  })
})
