import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import EditPage from '../../../src/packages/lottery-office/edit'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CAMPAIGN, draft, HASH, office, published } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, settled, tap } from './stage'

eachAlone()

const EXAMPLE = { hallId: 'east', example: 'xiamen-2026' }
const begin = (change: Readonly<Record<string, unknown>> = {}) => onStage(EditPage, EXAMPLE, change)
const edit = (change: Readonly<Record<string, unknown>> = {}, again = false) =>
  onStage(EditPage, { id: CAMPAIGN }, { 'lottery/officeCampaign': draft(), ...change }, { again })

const type = async (id: string, value: string): Promise<void> => {
  const control = await seen(id)
  await act(async () => {
    fireEvent.change(control, { target: { value } })
    fireEvent.blur(control)
  })
}
const valueOf = (id: string): string => (el(id) as HTMLInputElement).value
interface Sent {
  readonly hallId: string
  readonly from: string | null
  readonly rules: string
}
const sentIn = (inputs: (procedure: string) => readonly unknown[]): readonly Sent[] =>
  inputs('saveCampaign') as readonly Sent[]

describe('a new campaign', () => {
  it('begins with the example’s rules, its days to come, and an id of its own to be given', async () => {
    const { inputs } = begin({ 'lottery/saveCampaign': { id: 'xiamen-2027', rulesHash: HASH } })
    expect(await seen('edit-state')).toHaveTextContent('1 处问题')
    expect(valueOf('at-name-zh')).toBe('厦门有奖发票')
    await tap('save')
    expect(sentIn(inputs)).toEqual([])
    expect(el('faults')).toHaveTextContent('名称与日期 · 活动代号：请填写此项。')
    expect(el('at-id-problem')).toHaveTextContent('请填写此项。')
    await type('at-id', 'Xiamen')
    expect(el('at-id-problem')).toHaveTextContent('以小写字母开头')
    await type('at-id', 'xiamen-2027')
    expect(el('edit-state')).toHaveTextContent('没有发现问题')
    gone('faults')
    await tap('save')
    const [sent] = sentIn(inputs)
    expect(sent).toMatchObject({ hallId: 'east', from: null })
    const rules = JSON.parse(sent?.rules ?? '{}') as { id: string; opensOn: string }
    expect(rules.id).toBe('xiamen-2027')
    expect(rules.opensOn > '2026-11-24').toBe(true)
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: '/packages/lottery-office/campaign/index?id=xiamen-2027&done=saved',
    })
    expect(namelessControls()).toEqual([])
  })

  it('whose id is taken keeps what was typed', async () => {
    begin({ 'lottery/saveCampaign': refuse(409, 'CAMPAIGN_CHANGED', '已被改过。') })
    await type('at-id', 'xiamen-2026')
    await tap('save')
    expect(await seen('save-error')).toHaveTextContent('代号“xiamen-2026”已经有活动在用')
    expect(valueOf('at-id')).toBe('xiamen-2026')
  })

  it('may begin with one of the hall’s own', async () => {
    onStage(EditPage, { hallId: 'east', copy: CAMPAIGN }, { 'lottery/officeCampaign': published() })
    await seen('at-name-zh')
    expect(valueOf('at-name-zh')).toBe('试验有奖发票')
    expect(valueOf('at-id')).toBe('')
  })

  it('is not begun at a hall where one may not draw', async () => {
    begin({ 'lottery/office': office('review') })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
  })
})

describe('problems', () => {
  it('stand at their fields in every part, and each is a way to its field', async () => {
    edit()
    await tap('part-people-0')
    await type('at-terms-0-perDay-value', '0')
    await type('at-terms-0-inAll-value', '')
    expect(el('edit-state')).toHaveTextContent('2 处问题')
    expect(el('part-people-0')).toHaveTextContent('2 处问题')
    await tap('part-basics')
    gone('at-terms-0-perDay-value')
    const [first] = document.querySelectorAll<HTMLElement>('[id^="fault-0-"]')
    expect(first).toHaveTextContent('谁可以参加、多少张 · ')
    expect(first).toHaveAttribute('role', 'link')
    await tap(first?.id ?? '')
    const target = (first?.id ?? '').replace('fault-0-', '')
    await waitFor(() => expect(el(`${target}-problem`)).toBeInTheDocument())
  })

  it('that the server alone found are told at their fields, until they are changed', async () => {
    const problems = [{ path: 'name.zh', message: '这个名称与另一活动相同。' }]
    edit({ 'lottery/saveCampaign': refuse(422, 'CAMPAIGN_FAULTS', '规则有问题。', { problems }) })
    await seen('save')
    await tap('save')
    expect(await seen('at-name-zh-problem')).toHaveTextContent('这个名称与另一活动相同。')
    await type('at-name-zh', '另一个名称')
    gone('at-name-zh-problem')
    expect(el('edit-state')).toHaveTextContent('没有发现问题')
  })
})

describe('a draft that is there', () => {
  it('is sent over the version that it began with', async () => {
    const { inputs } = edit({ 'lottery/saveCampaign': { id: CAMPAIGN, rulesHash: HASH } })
    await type('at-name-zh', '改过的名称')
    await tap('save')
    expect(sentIn(inputs)).toMatchObject([{ from: HASH }])
    expect(sentIn(inputs)[0]?.rules).toContain('改过的名称')
  })

  it('keeps what was typed over a reload, until it is thrown away', async () => {
    edit()
    await type('at-name-zh', '没有保存的名称')
    edit({}, true)
    await settled()
    expect(valueOf('at-name-zh')).toBe('没有保存的名称')
    await tap('start-over')
    expect(valueOf('at-name-zh')).toBe('试验有奖发票')
    edit({}, true)
    await settled()
    gone('start-over')
  })

  it('once it is saved, nothing of it lies on the device', async () => {
    edit({ 'lottery/saveCampaign': { id: CAMPAIGN, rulesHash: HASH } })
    await type('at-name-zh', '改过的名称')
    await tap('save')
    edit({}, true)
    await settled()
    expect(valueOf('at-name-zh')).toBe('试验有奖发票')
  })

  it('that another changed meanwhile: theirs is looked at, or mine is put over it', async () => {
    const { answers, inputs } = edit({
      'lottery/saveCampaign': refuse(409, 'CAMPAIGN_CHANGED', '已被改过。'),
    })
    await type('at-name-zh', '我的名称')
    await tap('save')
    expect(await screen.findByText(/另一位同事保存了这份草稿/)).toBeInTheDocument()
    await tap('changed-theirs')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: `/packages/lottery-office/campaign/index?id=${CAMPAIGN}`,
    })
    answers['lottery/officeCampaign'] = draft({ rulesHash: 'b'.repeat(64) })
    answers['lottery/saveCampaign'] = { id: CAMPAIGN, rulesHash: HASH }
    await tap('changed-mine')
    await tap('save')
    expect(sentIn(inputs).map(({ from }) => from)).toEqual([HASH, 'b'.repeat(64)])
    expect(sentIn(inputs)[1]?.rules).toContain('我的名称')
  })

  it('that is published is not edited any more', async () => {
    edit({ 'lottery/officeCampaign': published() })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
  })
})

describe('the draft as text', () => {
  it('is taken over where it can be read, and left alone where it cannot', async () => {
    edit()
    await tap('text-open')
    await type('text', '{ "id": ')
    await tap('text-take')
    expect(await seen('text-told')).toHaveTextContent('没有改动草稿')
    expect(valueOf('at-name-zh')).toBe('试验有奖发票')
    const { rules } = draft()
    await type('text', rules.replace('试验有奖发票', '文本里的名称'))
    await tap('text-take')
    expect(el('text-told')).toHaveTextContent('已用这段文本')
    expect(valueOf('at-name-zh')).toBe('文本里的名称')
  })
})

describe('parts of a campaign', () => {
  it('one is open at a time; a rule is switched off and on again with what it stands on', async () => {
    const { inputs } = edit({ 'lottery/saveCampaign': { id: CAMPAIGN, rulesHash: HASH } })
    await tap('part-people-0')
    gone('at-name-zh')
    expect(valueOf('at-terms-0-perDay-value')).toBe('3')
    await tap('at-terms-0-perDay-on')
    gone('at-terms-0-perDay-value')
    await tap('save')
    const rulesOf = (at: number) =>
      JSON.parse(sentIn(inputs)[at]?.rules ?? '{}') as { terms: { perDay: object | null }[] }
    expect(rulesOf(0).terms[0]?.perDay).toBeNull()
    await tap('at-terms-0-perDay-on')
    await type('at-terms-0-perDay-value', '5')
    await tap('save')
    expect(rulesOf(1).terms[0]?.perDay).toEqual({
      value: 5,
      basis: { zh: '试验公告', en: 'A notice made up for tests' },
      unconfirmed: true,
    })
  })

  it('a time is typed as a time, and what is none stands as typed until it is mended', async () => {
    edit()
    await tap('part-draw-0')
    await type('at-draws-0-freezeAt', '25点')
    expect(el('at-draws-0-freezeAt-problem')).toHaveTextContent('请写成 23:00 这样的时间。')
    expect(valueOf('at-draws-0-freezeAt')).toBe('25点')
    await type('at-draws-0-freezeAt', '22:30')
    gone('at-draws-0-freezeAt-problem')
    expect(valueOf('at-draws-0-freezeAt')).toBe('22:30')
  })

  it('a draw is added with everything in it, and removed', async () => {
    edit()
    await tap('part-draws')
    await tap('add-instant')
    expect(await seen('part-draw-1')).toBeInTheDocument()
    await tap('part-draw-1')
    await tap('draw-1-remove')
    gone('part-draw-1')
  })
})
