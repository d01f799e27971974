import { screen, waitFor } from '@testing-library/react'
import ReviewPage from '../../../src/packages/lottery-office/review'
import { refuse } from '../../harness/taro/server'
import { CAMPAIGN, ENTRY, excluded, flags, office, reviewed } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, tap } from './stage'

eachAlone()

const open = (change: Readonly<Record<string, unknown>> = {}) =>
  onStage(ReviewPage, { campaign: CAMPAIGN }, change)
const AT = `0-${ENTRY('a')}`

describe('what looks strange', () => {
  it('each pattern has its reason, what it stands on, and its invoices; nobody’s name', async () => {
    open()
    const card = await seen('flag-0')
    expect(card).toHaveTextContent(/号码相连待确认同一人在同一商户的 2 张发票号码相连依据：本平台默认设置/)
    expect(el(`entry-${AT}`)).toHaveTextContent(
      /26322000000300000207101\.10 元开票 2026年11月24日 · 参加 11月24日 周二 9:40排除/,
    )
    expect(el('looked')).toHaveTextContent('看了 40 张，可疑 1 处')
    expect(namelessControls()).toEqual([])
  })

  it('of a closed list stays as it is', async () => {
    open()
    expect(await seen(`entry-0-${ENTRY('b')}`)).toHaveTextContent('这一期的名单已经截止，不能再改。')
    gone(`leave-out-0-${ENTRY('b')}`)
  })

  it('of another day is a step away, not of a day to come', async () => {
    const { inputs } = open({ 'lottery/flags': flags({ flags: [], entries: [], looked: 7 }) })
    expect(await screen.findByText('没有发现可疑的')).toBeInTheDocument()
    expect(el('day-after')).toHaveAttribute('aria-disabled', 'true')
    await tap('day-before')
    await waitFor(() => expect(el('day')).toHaveTextContent('2026年11月23日'))
    await waitFor(() => expect(inputs('flags')).toContainEqual({ campaign: CAMPAIGN, day: '2026-11-23' }))
  })

  it('of a day of many goes on where the last look ended', async () => {
    const { inputs, answers } = open({ 'lottery/flags': flags({ looked: 5000, next: 1_795_000_000_000 }) })
    await seen('look-on')
    answers['lottery/flags'] = flags({ flags: [], entries: [], looked: 12 })
    await tap('look-on')
    await waitFor(() => expect(el('looked')).toHaveTextContent('看了 12 张'))
    expect(inputs('flags')).toContainEqual({ campaign: CAMPAIGN, day: '2026-11-24', from: 1_795_000_000_000 })
    gone('look-on')
  })

  it('a pattern of a later version has its reason still', async () => {
    const [flag] = flags().flags
    open({ 'lottery/flags': flags({ flags: [{ ...(flag ?? flags().flags[0]), code: 'new' } as never] }) })
    expect(await seen('flag-0')).toHaveTextContent('其他可疑')
  })

  it('is for who reviews; others are told whose it is', async () => {
    open({ 'lottery/office': office('draw') })
    expect(await screen.findByText('参加审核由有审核职责的同事办理。')).toBeInTheDocument()
  })
})

describe('leaving out', () => {
  it('takes a reason, and says what it came to', async () => {
    const { inputs, answers } = open({ 'lottery/exclude': { id: ENTRY('a'), excluded: 'split' } })
    await tap(`leave-out-${AT}`)
    await tap('decide-yes')
    expect(await seen('reason-needed')).toHaveTextContent('请选择一个原因。')
    expect(inputs('exclude')).toEqual([])
    await tap('reason-split')
    expect(el('reason-split')).toHaveAttribute('aria-checked', 'true')
    answers['lottery/flags'] = flags({
      entries: [reviewed('a', { excluded: 'split', excludedSaid: '不合理拆分或合并开票' }), reviewed('b')],
    })
    await tap('decide-yes')
    expect(inputs('exclude')).toEqual([{ id: ENTRY('a'), reason: 'split' }])
    expect(await screen.findByText('已排除，开奖时不会在名单里')).toBeInTheDocument()
    await waitFor(() => expect(el(`entry-${AT}`)).toHaveTextContent('已排除不合理拆分或合并开票'))
    expect(el(`take-in-${AT}`)).toBeInTheDocument()
  })

  it.each([
    ['FOUR_EYES', '须由另一位审核人处理'],
    ['CASE_STATE', '名单已经截止'],
    ['NOT_FOUND', '没有找到这张发票'],
    ['TOO_MANY', '请稍后再试。'],
  ])('refused with %s in words that say what to do', async (code, words) => {
    open({ 'lottery/exclude': refuse(409, code, '请稍后再试。') })
    await tap(`leave-out-${AT}`)
    await tap('reason-forged')
    await tap('decide-yes')
    expect(await seen('decide-error')).toHaveTextContent(words)
    await tap('decide-no')
    await waitFor(() => gone('decide-sheet'))
  })
})

describe('what was left out', () => {
  it('says by whom and when, and can be taken in again', async () => {
    const { inputs, answers } = open({ 'lottery/exclude': { id: ENTRY('a'), excluded: null } })
    await tap('view-excluded')
    await tap('filter-split')
    expect(await seen(`entry-${ENTRY('a')}`)).toHaveTextContent(/同事 #AB12 于 11月24日 周二 9:50 排除/)
    expect(inputs('excluded')).toContainEqual({ campaign: CAMPAIGN, reason: 'split', limit: 20 })
    await tap(`take-in-${ENTRY('a')}`)
    answers['lottery/excluded'] = { items: [] }
    await tap('decide-yes')
    expect(inputs('exclude')).toEqual([{ id: ENTRY('a'), reason: null }])
    expect(await screen.findByText('没有因此排除的发票')).toBeInTheDocument()
  })

  it.each([
    [{ mine: true }, '您于 11月24日 周二 9:50 排除'],
    [{ by: null, excludedAt: null }, '审计里没有记下是谁排除的'],
  ])('%o', async (change, words) => {
    open({ 'lottery/excluded': { items: [excluded(change)] } })
    await tap('view-excluded')
    expect(await seen(`entry-${ENTRY('a')}`)).toHaveTextContent(words)
  })
})
