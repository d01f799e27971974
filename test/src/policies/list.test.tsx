import { screen } from '@testing-library/react'
import ListPage from '../../../src/packages/policies/list'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { answers, ID, OTHER, policyRow } from './fixtures'
import { eachAlone, el, later, namelessControls, seen, stageOf, tap } from './stage'

const onStage = stageOf(answers)
eachAlone()

describe('the list of policies', () => {
  it('is open to anybody: what each says, whether it holds, and a door to it', async () => {
    onStage(ListPage, {}, {}, { signedIn: false })
    const row = await seen(`policy-${ID}`)
    expect(row).toHaveTextContent('现行有效减税降费小规模纳税人减免增值税月销售额十万元以下的，免征增值税。')
    expect(row).toHaveTextContent('示例〔2026〕1 号 · 某市税务局')
    expect(row).toHaveTextContent('2026年1月1日 至 2027年12月31日')
    expect(row).toHaveTextContent('2026年11月20日 发布')
    await tap(`policy-${ID}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/policies/policy/index?id=${ID}` })
    await tap('to-profile')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/profile/home/index' })
    expect(namelessControls()).toEqual([])
  })

  it.each([
    ['2026-11-25', null, '还没生效', '2026年11月25日 起施行'],
    ['2026-11-24', null, '现行有效', '2026年11月24日 起施行'],
    ['2026-01-01', '2026-11-24', '现行有效', '至 2026年11月24日'],
    ['2026-01-01', '2026-11-23', '已失效', '至 2026年11月23日'],
  ])('from %s to %s: %s', async (effectiveFrom, effectiveTo, said, dates) => {
    onStage(ListPage, {}, { 'policies/list': { items: [policyRow({ effectiveFrom, effectiveTo })] } })
    expect(await seen(`policy-${ID}`)).toHaveTextContent(said)
    expect(el(`policy-${ID}`)).toHaveTextContent(dates)
  })

  it('by category asks for that alone, and leads back to all where there is none', async () => {
    const { inputs } = onStage(
      ListPage,
      {},
      {
        'policies/list': ({ category }: { category?: string }) => ({
          items: category === undefined ? [policyRow(), policyRow({ id: OTHER, version: 2 })] : [],
        }),
      },
    )
    expect(await seen(`policy-${OTHER}`)).toHaveTextContent('2026年11月20日 更正')
    await tap('category-refunds')
    expect(inputs('policies/list')).toContainEqual({ category: 'refunds', limit: 20 })
    expect(await screen.findByText('这一类还没有政策')).toBeInTheDocument()
    await tap('category-all')
    expect(await seen(`policy-${ID}`)).toBeInTheDocument()
  })

  it('is empty, fails, and is offline, each with words', async () => {
    onStage(ListPage, {}, { 'policies/list': { items: [] } })
    expect(await screen.findByText('还没有政策')).toBeInTheDocument()
    onStage(ListPage, {}, { 'policies/list': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('出错了。')).toBeInTheDocument()
    onStage(ListPage, {}, { 'policies/list': NO_NETWORK })
    // It is tried again, by and by.
    await later(20_000)
    expect(await screen.findByText(/网络不通/)).toBeInTheDocument()
  })

  it('pages on, in English too', async () => {
    const { inputs } = onStage(
      ListPage,
      {},
      {
        'policies/list': ({ after }: { after?: string }) =>
          after === undefined ? { items: [policyRow()], next: 'n1' } : { items: [policyRow({ id: OTHER })] },
      },
      { language: 'en' },
    )
    expect(await seen(`policy-${ID}`)).toHaveTextContent('In force')
    await tap('policy-list-more')
    expect(await seen(`policy-${OTHER}`)).toBeInTheDocument()
    expect(inputs('policies/list')).toContainEqual({ limit: 20, after: 'n1' })
  })
})
