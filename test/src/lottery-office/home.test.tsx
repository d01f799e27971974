import { screen } from '@testing-library/react'
import HomePage from '../../../src/packages/lottery-office/home'
import { keptName } from '../../../src/packages/lottery-office/model/kept'
import { rememberOwn } from '../../../src/client/own'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CAMPAIGN, campaignRow, draftRow, office } from './fixtures'
import { eachAlone, el, gone, namelessControls, onStage, seen, settled, tap } from './stage'

eachAlone()

describe('the campaigns of a hall', () => {
  it('stand there with their days and state, a draft with who saved it, each a door', async () => {
    onStage(HomePage)
    expect(await seen(`campaign-${CAMPAIGN}`)).toHaveTextContent(
      /试验有奖发票2026年11月1日 至 2027年1月31日已公布/,
    )
    expect(el('campaign-draft-1')).toHaveTextContent(/新的活动同事保存的，等您核对公布草稿/)
    await tap('campaign-draft-1')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/lottery-office/campaign/index?id=draft-1',
    })
    expect(namelessControls()).toEqual([])
  })

  it('none yet: who may draw begins one there, a reviewer is told who does', async () => {
    onStage(HomePage, {}, { 'lottery/officeCampaigns': { items: [] } })
    expect(await screen.findByText('还没有活动')).toBeInTheDocument()
    expect(document.body).toHaveTextContent('从一个城市的范例开始')
    onStage(HomePage, {}, { 'lottery/officeCampaigns': { items: [] }, 'lottery/office': office('review') })
    expect(await screen.findByText(/活动由有开奖职责的同事建立/)).toBeInTheDocument()
    gone('new-campaign')
  })

  it('page on, and say so where they could not be loaded', async () => {
    const { inputs } = onStage(
      HomePage,
      {},
      {
        'lottery/officeCampaigns': ({ after }: { after?: string }) =>
          after === undefined
            ? { items: [campaignRow()], next: 'n1' }
            : { items: [draftRow({ id: 'draft-2' })] },
      },
    )
    await tap('campaigns-more')
    expect(await seen('campaign-draft-2')).toBeInTheDocument()
    expect(inputs('officeCampaigns')).toContainEqual({ hallId: 'east', limit: 20, after: 'n1' })
    onStage(HomePage, {}, { 'lottery/officeCampaigns': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('出错了。')).toBeInTheDocument()
  })

  it('nobody’s without a session, nor without a duty', async () => {
    onStage(HomePage, {}, {}, { signedIn: false })
    expect(await screen.findByText('请用工作人员账户登录')).toBeInTheDocument()
    onStage(HomePage, {}, { 'lottery/office': refuse(403, 'FORBIDDEN', '没有权限。') })
    expect(await screen.findByText('您的账户没有摇奖的职责')).toBeInTheDocument()
  })
})

describe('a new campaign', () => {
  it('begins with an example of a city, or with one of one’s own', async () => {
    onStage(HomePage)
    await tap('new-campaign')
    expect(el('example-xiamen-2026')).toHaveTextContent('抽奖：')
    await tap('example-chengdu-2026')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/lottery-office/edit/index?hallId=east&example=chengdu-2026',
    })
    await tap('new-campaign')
    await tap(`copy-${CAMPAIGN}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/lottery-office/edit/index?hallId=east&copy=${CAMPAIGN}`,
    })
  })

  it('that was begun and not saved is there again, until it is thrown away', async () => {
    onStage(HomePage)
    await seen('new-campaign')
    rememberOwn(keptName('east', undefined), { draft: { id: 'x' }, hallId: 'east', from: null })
    onStage(HomePage, {}, {}, { again: true })
    await settled()
    await tap('begun-go')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/lottery-office/edit/index?hallId=east',
    })
    await tap('begun-drop')
    gone('begun-go')
    onStage(HomePage, {}, {}, { again: true })
    await settled()
    await seen('new-campaign')
    gone('begun-go')
  })
})
