import { fireEvent, screen } from '@testing-library/react'
import ProfilePage from '../../../src/packages/profile/home'
import type { Mine, Traits } from '../../../src/packages/profile/model/traits'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { eachAlone, el, gone, namelessControls, seen, stageOf, tap, type } from '../policies/stage'

const NOTHING: Traits = { kind: null, taxes: [], industry: null, region: null, size: null }
const person = { taxpayerId: 'tp_1', name: '林*雨', kind: 'person', traits: null } as const
const shop = {
  taxpayerId: 'tp_2',
  name: '城东**店',
  kind: 'enterprise',
  traits: { ...NOTHING, kind: 'smallScale', taxes: ['vat'], industry: '62', region: '350200' },
} as const

const mine = (change: Partial<Mine> = {}): Mine => ({
  interests: [],
  hears: true,
  taxpayers: [{ ...person }],
  ...change,
})
const keeping = ({ taxpayerId, traits }: { taxpayerId: string; traits: Traits }) => ({ taxpayerId, traits })
const onStage = stageOf({
  'profiles/mine': mine(),
  'profiles/set': keeping,
  'profiles/follow': (input: unknown) => input,
})
eachAlone()

describe('what one says of oneself', () => {
  it('says what it is for and who sees it, and opens the only card that is empty', async () => {
    onStage(ProfilePage)
    expect(await seen('card-tp_1')).toHaveTextContent('林*雨还没有填写自然人')
    expect(document.body).toHaveTextContent('发布政策的人只看到“约多少人”')
    expect(document.body).toHaveTextContent('注销账户时一并删除')
    expect(el('card-tp_1-kind')).toBeInTheDocument()
    expect(namelessControls()).toEqual([])
  })

  it('is saved card by card, and what was saved is told', async () => {
    const { inputs } = onStage(ProfilePage)
    await tap('card-tp_1-kind-person')
    // A person has neither industry nor size.
    gone('card-tp_1-industry')
    gone('card-tp_1-size')
    await tap('card-tp_1-tax-individualIncome')
    expect(el('card-tp_1')).toHaveTextContent('有改动没有保存')
    await tap('card-tp_1-region')
    await tap('card-tp_1-region-open-35')
    await tap('card-tp_1-region-3502')
    await tap('card-tp_1-save')
    expect(inputs('profiles/set')).toEqual([
      {
        taxpayerId: 'tp_1',
        traits: { ...NOTHING, kind: 'person', taxes: ['individualIncome'], region: '350200' },
      },
    ])
    expect(await seen('card-tp_1-saved')).toHaveTextContent('已保存：自然人、个人所得税、厦门市（福建省）。')
    gone('card-tp_1-kind')
  })

  it('of a business has an industry, found by typing its name or code, and a size', async () => {
    const { inputs } = onStage(ProfilePage)
    await tap('card-tp_1-kind-selfEmployed')
    await tap('card-tp_1-industry')
    await type('card-tp_1-industry-search', '餐饮')
    expect(el('card-tp_1-industry-62')).toHaveTextContent('餐饮业住宿和餐饮业62')
    // A section is not chosen as a whole here.
    gone('card-tp_1-industry-H')
    await type('card-tp_1-industry-search', '没有这行')
    expect(el('card-tp_1-industry-sheet')).toHaveTextContent('没有找到“没有这行”')
    await type('card-tp_1-industry-search', '65')
    await tap('card-tp_1-industry-65')
    await tap('card-tp_1-size-micro')
    await tap('card-tp_1-save')
    expect(inputs('profiles/set')[0]).toMatchObject({
      traits: { kind: 'selfEmployed', industry: '65', size: 'micro' },
    })
  })

  it('a province is enough, a municipality is one row, and a choice can be taken back', async () => {
    const { inputs } = onStage(ProfilePage)
    await tap('card-tp_1-region')
    await tap('card-tp_1-region-11')
    expect(el('card-tp_1-region')).toHaveTextContent('北京市')
    await tap('card-tp_1-region-clear')
    expect(el('card-tp_1-region')).toHaveTextContent('请选择')
    await tap('card-tp_1-region')
    await tap('card-tp_1-region-open-35')
    await tap('card-tp_1-region-35')
    await tap('card-tp_1-save')
    expect(inputs('profiles/set')[0]).toMatchObject({ traits: { region: '350000' } })
  })

  it('stays closed where something was said, is changed, and emptied', async () => {
    const { inputs } = onStage(
      ProfilePage,
      {},
      { 'profiles/mine': mine({ taxpayers: [{ ...shop, traits: { ...shop.traits, taxes: ['vat'] } }] }) },
    )
    expect(await seen('card-tp_2')).toHaveTextContent(
      '小规模纳税人、增值税、餐饮业（住宿和餐饮业）、厦门市（福建省）',
    )
    gone('card-tp_2-kind')
    await tap('card-tp_2-open')
    await tap('card-tp_2-empty')
    expect(inputs('profiles/set')).toEqual([{ taxpayerId: 'tp_2', traits: NOTHING }])
    expect(await seen('card-tp_2-saved')).toHaveTextContent('已清空')
  })

  it('no more than twelve taxes', async () => {
    onStage(ProfilePage)
    await tap('card-tp_1-taxes-all')
    const chips = [...el('card-tp_1-tax').querySelectorAll<HTMLElement>('[role="checkbox"]')]
    expect(chips).toHaveLength(18)
    for (const { id } of chips.slice(0, 13)) await tap(id)
    expect(el('card-tp_1-tax').querySelectorAll('[aria-checked="true"]')).toHaveLength(12)
    expect(el('card-tp_1')).toHaveTextContent('最多选 12 个。')
  })

  it('that could not be saved says why, and keeps what was chosen', async () => {
    onStage(ProfilePage, {}, { 'profiles/set': refuse(404, 'NOT_FOUND', '没有了。') })
    await tap('card-tp_1-kind-person')
    await tap('card-tp_1-save')
    expect(await seen('card-tp_1-failed')).toHaveTextContent('没有保存：没有了。')
    expect(el('card-tp_1-kind-person')).toHaveAttribute('aria-checked', 'true')
  })
})

describe('what one wants to hear about', () => {
  it('is one switch that holds at once', async () => {
    const { inputs } = onStage(ProfilePage, {}, { 'profiles/mine': mine({ interests: ['refunds'] }) })
    await tap('hears-off')
    expect(inputs('profiles/follow')).toEqual([{ interests: ['refunds'], hears: false }])
    expect(await seen('hears-saved')).toHaveTextContent('已关闭政策通知')
    gone('topic')
    await tap('hears-off')
    expect(await seen('topic')).toBeInTheDocument()
    expect(inputs('profiles/follow')).toHaveLength(2)
  })

  it('is topics, saved together', async () => {
    const { inputs } = onStage(ProfilePage)
    await seen('topic')
    gone('hears-save')
    await tap('topic-refunds')
    await tap('topic-services')
    await tap('hears-save')
    expect(inputs('profiles/follow')).toEqual([{ interests: ['refunds', 'services'], hears: true }])
    expect(await seen('hears-saved')).toHaveTextContent('您关心：退税、办税服务。')
    gone('hears-save')
  })
})

describe('the page', () => {
  it('without a taxpayer leads to adding one', async () => {
    onStage(ProfilePage, {}, { 'profiles/mine': mine({ taxpayers: [] }) })
    fireEvent.click(await screen.findByText('添加纳税人'))
    expect(Taro.navigateTo.mock.lastCall?.[0]?.url).toContain('/packages/account/taxpayer/index')
  })

  it('asks whoever is signed out to sign in, and says what failed', async () => {
    onStage(ProfilePage, {}, {}, { signedIn: false })
    expect(await screen.findByText('登录后填写您的情况')).toBeInTheDocument()
    onStage(ProfilePage, {}, { 'profiles/mine': refuse(403, 'FORBIDDEN', '出错了。') })
    expect(await screen.findByText('出错了。')).toBeInTheDocument()
  })

  it('speaks English', async () => {
    onStage(
      ProfilePage,
      {},
      { 'profiles/mine': mine({ taxpayers: [{ ...shop, traits: { ...shop.traits, taxes: ['vat'] } }] }) },
      { language: 'en' },
    )
    expect(await seen('card-tp_2')).toHaveTextContent(
      'Small-scale VAT payer, Value-added tax, Catering (Lodging and catering), 厦门市 (福建省)',
    )
  })
})
