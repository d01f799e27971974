import { act, screen } from '@testing-library/react'
import type { Output } from '../../../src/client/api'
import { prefer } from '../../../src/client/preferences'
import GuidePage from '../../../src/packages/guide/matter'
import Taro, { fireHook } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { matter } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from '../booking/stage'

standStill()

type Guide = Output<'halls', 'guide'>['guide']
const guide = (change: Partial<Guide> = {}): Guide => ({
  effectiveFrom: '2026-01-01',
  basis: '《发票管理办法》第十五条',
  office: '主管税务机关',
  steps: ['备齐资料', '窗口核对', '领取结果'],
  materials: [
    {
      name: '申请表',
      copies: '1份',
      required: true,
      format: 'either',
      seal: 'signatureOrSeal',
      basis: '办法第三条',
    },
    { name: '营业执照', copies: '复印件', required: false, format: 'paper', seal: 'none', onFile: true },
  ],
  timeLimit: { unit: 'workingDays', count: 5, note: '自受理之日起' },
  contact: { phone: '12366', note: '纳税缴费服务热线' },
  unconfirmed: ['office'],
  ...change,
})
const told = (change: Partial<Guide> = {}, of = matter()) => ({
  'halls/guide': { matter: of, guide: guide(change) },
})
const open = (
  change: Readonly<Record<string, unknown>> = told(),
  params: Record<string, string> = { matter: 'FPLY' },
) => onStage(GuidePage, params, change, { signedIn: false })

it('shows the six fields, without anybody signed in', async () => {
  const { calls } = open()
  expect(await seen('guide-basis')).toHaveTextContent('《发票管理办法》第十五条')
  expect(el('guide-office')).toHaveTextContent('主管税务机关')
  expect(el('guide-steps')).toHaveTextContent('1备齐资料2窗口核对3领取结果')
  expect(el('guide-materials')).toHaveTextContent('申请表必要1份 · 纸质或电子 · 签字或盖章办法第三条')
  expect(el('guide-materials')).toHaveTextContent('税务机关已有存档的，不用再交')
  expect(el('guide-timeLimit')).toHaveTextContent('5 个工作日自受理之日起')
  expect(el('guide-contact')).toHaveTextContent('12366')
  expect(screen.getByText('2026年1月1日 起适用')).toBeInTheDocument()
  expect(calls('halls/guide')).toEqual([{ matter: 'FPLY' }])
  expect(namelessControls()).toEqual([])
})

it('marks what is not confirmed, and only that', async () => {
  open()
  expect(await seen('guide-office')).toHaveTextContent('待核实')
  for (const field of ['basis', 'steps', 'materials', 'timeLimit', 'contact'])
    expect(el(`guide-${field}`)).not.toHaveTextContent('待核实')
  expect(screen.getByText(/以主管税务机关最新规定为准/)).toBeInTheDocument()
})

it('speaks English', async () => {
  open()
  await seen('guide-basis')
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText('Legal basis')).toBeInTheDocument()
  expect(screen.getByText('5 working days')).toBeInTheDocument()
})

it('calls the service line', async () => {
  open()
  await tap('call')
  expect(Taro.makePhoneCall).toHaveBeenLastCalledWith({ phoneNumber: '12366' })
})

describe('the next step', () => {
  it('is the times of the hall one came from', async () => {
    open(told(), { matter: 'FPLY', hallId: 'east' })
    await tap('go-book')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
  })

  it.each([
    ['no hall is known', {}],
    ['that hall does not handle it', { hallId: 'far' }],
  ])('is the halls, where %s', async (_, params) => {
    open(told(), { matter: 'FPLY', ...params })
    await tap('go-book')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index?matter=FPLY' })
  })

  it('is the way online, where there is one, and no booking', async () => {
    const online = { way: '电子税务局办理', url: 'https://etax.example/zm' }
    open(told({}, matter({ online })))
    expect(await seen('go-online')).toHaveAttribute('href', 'https://etax.example/zm')
    expect(document.getElementById('go-book')).toBeNull()
    expect(screen.getByText('电子税务局办理')).toBeInTheDocument()
  })
})

it('says what is not published yet, and where to ask', async () => {
  const unconfirmed = ['basis', 'office', 'steps', 'timeLimit', 'contact'] as const
  open(
    { 'halls/guide': { matter: matter(), guide: { basis: '办法', materials: [], steps: [], unconfirmed } } },
    { matter: 'FPZF' },
  )
  for (const field of ['office', 'steps', 'timeLimit', 'contact'])
    expect(await seen(`guide-${field}`)).toHaveTextContent('暂未公布')
  expect(el('guide-materials')).toHaveTextContent('不用带材料')
})

it.each([
  ['an unknown matter', { matter: 'ZZ99' }],
  ['a link that names none', {}],
  ['a link that names nonsense', { matter: '../x' }],
])('leads on from %s', async (_, params) => {
  open({ 'halls/guide': refuse(404, 'NOT_FOUND', '没有找到。') }, params)
  expect(await screen.findByText('没有找到这个事项')).toBeInTheDocument()
  expect(document.getElementById('go-book')).toBeNull()
})

it('shows what it is about to show, then a failure with a way out', async () => {
  open({ 'halls/guide': NO_NETWORK }, { matter: 'NEW01' })
  expect(screen.getByLabelText('正在加载')).toBeInTheDocument()
  expect(await screen.findByText('再试一次', undefined, { timeout: 4000 })).toBeInTheDocument()
})

it('is shared with its matter', async () => {
  open()
  await seen('guide-basis')
  expect(fireHook('shareAppMessage')).toEqual([
    { title: '税帮：“发票领用”的办事指南', path: '/packages/guide/matter/index?matter=FPLY' },
  ])
})
