import { act, screen, waitFor } from '@testing-library/react'
import CampaignPage from '../../../src/packages/lottery-office/campaign'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CAMPAIGN, draft, HASH, office, published } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, tap } from './stage'

eachAlone()

const open = (
  change: Readonly<Record<string, unknown>> = {},
  params: Readonly<Record<string, string>> = {},
) => onStage(CampaignPage, { id: CAMPAIGN, ...params }, change)

describe('a published campaign', () => {
  it('says since when, by which hash, and leads to its draws, its review, its books and what the public sees', async () => {
    open()
    const about = await seen('about')
    for (const words of [
      '已公布',
      '2026年11月1日 至 2027年1月31日',
      '10月21日 周三 10:00 公布，规则不再改变',
    ])
      expect(about).toHaveTextContent(words)
    expect(el('rules-hash')).toHaveTextContent(HASH)
    for (const [door, url] of [
      ['draws', `/packages/lottery-office/draws/index?campaign=${CAMPAIGN}`],
      ['review', `/packages/lottery-office/review/index?campaign=${CAMPAIGN}`],
      ['numbers', `/packages/lottery-office/numbers/index?campaign=${CAMPAIGN}`],
      ['public', `/packages/lottery/campaign/index?id=${CAMPAIGN}`],
    ] as const) {
      await tap(`to-${door}`)
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    }
    for (const id of ['publish', 'edit']) gone(id)
    expect(namelessControls()).toEqual([])
  })

  it('can be read through, part by part, each figure by its name', async () => {
    open()
    await tap('facts-pools')
    expect(el('facts')).toHaveTextContent('每日奖金')
    expect(el('facts')).toHaveTextContent('200,000.00')
    await tap('facts-pools')
    expect(el('facts')).not.toHaveTextContent('200,000.00')
    // What is not typed means something too.
    await tap('facts-draw-0')
    expect(el('facts')).toHaveTextContent(/幸运奖.*抽完这一期的奖金为止/)
    expect(el('facts')).not.toHaveTextContent('—')
  })

  it('has no review for who only draws', async () => {
    open({ 'lottery/office': office('draw') })
    await seen('to-draws')
    gone('to-review')
  })

  it('of another hall, or none, is not found', async () => {
    open({ 'lottery/officeCampaign': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
    open({}, { id: 'NO ID' })
    expect(await screen.findByText('没有找到')).toBeInTheDocument()
  })
})

describe('a draft', () => {
  it('that I saved last waits for another', async () => {
    open({ 'lottery/officeCampaign': draft({ savedBy: 'me' }) }, { done: 'saved' })
    expect(await seen('needs-another')).toHaveTextContent('须由另一位有开奖职责的同事公布')
    expect(el('done')).toHaveTextContent('草稿已保存')
    for (const id of ['publish', 'doors']) gone(id)
    await tap('edit')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/lottery-office/edit/index?id=${CAMPAIGN}`,
    })
  })

  it('that another saved is published once its hash was seen, and then cannot be changed', async () => {
    const { inputs, answers } = open({
      'lottery/officeCampaign': draft(),
      'lottery/publishCampaign': { id: CAMPAIGN, rulesHash: HASH },
    })
    await tap('publish')
    expect(el('publish-sheet')).toHaveTextContent('都不能再改，也不能撤回')
    expect(el('publish-hash')).toHaveTextContent(HASH)
    answers['lottery/officeCampaign'] = published()
    await tap('publish-sheet-confirm')
    expect(inputs('publishCampaign')).toEqual([{ id: CAMPAIGN, rulesHash: HASH }])
    expect(await seen('done')).toHaveTextContent('活动已公布')
    await waitFor(() => expect(el('doors')).toBeInTheDocument())
    gone('publish')
  })

  it('that was changed meanwhile is not published, and is looked at first', async () => {
    const { answers } = open({
      'lottery/officeCampaign': draft(),
      'lottery/publishCampaign': refuse(409, 'CAMPAIGN_CHANGED', '已被改过。'),
    })
    await tap('publish')
    await tap('publish-sheet-confirm')
    expect(await seen('publish-error')).toHaveTextContent('草稿刚被别人改过，没有公布')
    answers['lottery/officeCampaign'] = draft({ rulesHash: 'b'.repeat(64) })
    await tap('publish-look')
    await waitFor(() => expect(el('rules-hash')).toHaveTextContent('b'.repeat(64)))
  })

  it('refused for another reason says which', async () => {
    open({
      'lottery/officeCampaign': draft(),
      'lottery/publishCampaign': refuse(409, 'FOUR_EYES', '须由另一人办理。'),
    })
    await tap('publish')
    await tap('publish-sheet-confirm')
    expect(await seen('publish-error')).toHaveTextContent('须由另一人办理。')
  })

  it('is read by a reviewer, who can do nothing about it', async () => {
    open({ 'lottery/officeCampaign': draft(), 'lottery/office': office('review') })
    await seen('facts')
    await act(async () => undefined)
    for (const id of ['publish', 'edit', 'doors']) gone(id)
  })
})
