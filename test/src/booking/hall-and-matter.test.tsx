import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import HallPage from '../../../src/packages/booking/hall'
import MatterPage from '../../../src/packages/booking/matter'
import { keepDraft } from '../../../src/packages/booking/parts/draft'
import { NO_NETWORK } from '../../harness/taro/server'
import { hall, held, matter } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap, typeInto } from './stage'

standStill()
const order = () => [...document.querySelectorAll('[id^="hall-"]')].map(({ id }) => id)

describe('halls', () => {
  it('are listed with address, hours and load, without asking for a position', async () => {
    onStage(HallPage, {})
    await seen('hall-east')
    expect(el('hall-east')).toHaveTextContent('城东区人民路 18 号 2 楼')
    expect(el('hall-east')).toHaveTextContent('42%')
    expect(Taro.getLocation).not.toHaveBeenCalled()
    expect(namelessControls()).toEqual([])
  })

  it.each([
    ['open', {}, '办公中，12:00 结束', '今天不忙'],
    [
      'closed: when it opens next, and how full that day is',
      { load: null, openToday: false, next: { day: '2026-11-23', from: 540, load: 85 } },
      '今天不办公，明天 9:00 开始办公',
      '明天很忙已约 85%',
    ],
    [
      'closed over a holiday: the date',
      { load: null, openToday: false, next: { day: '2026-11-30', from: 540, load: 0 } },
      '今天不办公，11月30日 周一 9:00 开始办公',
      '11月30日 周一不忙',
    ],
    [
      'closed, seats of the next day not released yet',
      { load: null, openToday: false, next: { day: '2026-11-30', from: 540, load: null } },
      '11月30日 周一 9:00 开始办公',
      '今天不办公',
    ],
    [
      'closed, and nobody can say until when',
      {
        load: null,
        openToday: false,
        nextUnknown: { rule: '放假安排尚未公布', basis: 'x', unconfirmed: false },
      },
      '今天不办公。放假安排尚未公布',
      '今天不办公',
    ],
  ])('say when they are open and how busy then: %s', async (_, change, opening, load) => {
    onStage(HallPage, {}, { 'appointments/halls': { halls: [hall(change)] } })
    await seen('hall-east')
    await waitFor(() => expect(el('hall-east')).toHaveTextContent(opening))
    expect(el('hall-east')).toHaveTextContent(load)
    expect(el('hall-east')).not.toHaveTextContent('今天已约 0%')
  })

  it('come nearest first once one asks, and the position is sent nowhere', async () => {
    Taro.getLocation.mockResolvedValueOnce({ latitude: 32.06, longitude: 118.79 })
    const { asked } = onStage(HallPage, {})
    await tap('nearest')
    await waitFor(() => expect(order()).toEqual(['hall-west', 'hall-east']))
    expect(el('hall-west')).toHaveTextContent('离您最近')
    expect(JSON.stringify(asked)).not.toContain('118')
  })

  it('stay to be chosen by hand when one refuses', async () => {
    Taro.getLocation.mockRejectedValueOnce({ errMsg: 'getLocation:fail auth deny' })
    onStage(HallPage, {})
    await tap('nearest')
    await screen.findByText(/没有使用位置/)
    expect(order()).toEqual(['hall-east', 'hall-west'])
  })

  it('lead to the matters, or straight to the times when the matter is known', async () => {
    onStage(HallPage, {})
    await tap('hall-east')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/matter/index?hallId=east' })
  })

  it('show only those that handle the matter of the link', async () => {
    onStage(HallPage, { matter: 'FPZF' }, { 'appointments/halls': { halls: [] } })
    await screen.findByText('没有能办这件事的大厅')
  })

  it('are shared without anything personal', async () => {
    onStage(HallPage, { matter: 'FPLY' })
    await seen('hall-east')
    expect(fireHook('shareAppMessage')).toEqual([
      { title: expect.any(String), path: '/packages/booking/hall/index?matter=FPLY' },
    ])
    await tap('hall-east')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
  })
})

describe('matters', () => {
  it('say what to bring and how long it takes, and lead to the times', async () => {
    onStage(MatterPage, { hallId: 'east' })
    await seen('matter-FPLY')
    expect(el('matter-FPLY')).toHaveTextContent('约 12 分钟')
    expect(el('matter-FPLY')).toHaveTextContent('营业执照副本')
    expect(namelessControls()).toEqual([])
    await tap('matter-FPLY')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
  })

  it('lead to their guide', async () => {
    onStage(MatterPage, { hallId: 'east' })
    expect(await seen('guide-FPLY')).toHaveAttribute('aria-label', '“发票领用”的办事指南')
    await tap('guide-FPLY')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/guide/matter/index?matter=FPLY&hallId=east',
    })
  })

  it('that can be done online show the way there instead of a booking', async () => {
    onStage(MatterPage, { hallId: 'east' })
    await tap('matter-WSZM')
    expect(await seen('online-go')).toHaveAttribute('href', 'https://etax.example/zm')
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })

  it('that another hall handles lead to that hall', async () => {
    onStage(MatterPage, { hallId: 'east' })
    await tap('matter-FPZF')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index?matter=FPZF' })
  })

  it('are found as one types, and a fruitless search says what to do', async () => {
    onStage(MatterPage, {})
    await seen('matter-FPLY')
    typeInto('matter-search', '缴销')
    expect(await screen.findByText('找到 1 项')).toBeInTheDocument()
    expect(document.getElementById('matter-FPLY')).toBeNull()
    typeInto('matter-search', 'zzz')
    expect(await screen.findByText('没有找到“zzz”')).toBeInTheDocument()
  })

  it('never make a link of an address that is not of the web', async () => {
    onStage(
      MatterPage,
      {},
      {
        'halls/matters': {
          matters: [matter({ code: 'BAD', online: { way: 'x', url: 'javascript:alert(1)' } })],
        },
      },
    )
    await tap('matter-BAD')
    expect((await seen('online-go')).tagName).not.toBe('A')
  })

  it('are shown as last known when there is no network', async () => {
    const { answers } = onStage(MatterPage, {})
    await seen('matters')
    await act(async () => Promise.resolve())
    answers['halls/matters'] = NO_NETWORK
    act(() => void fireHook('didShow'))
    await seen('matters')
    expect(await screen.findByText(/网络不通，显示的是/, undefined, { timeout: 4000 })).toBeInTheDocument()
  })
})

it('says which seat is still kept, with the way on and the way to let it go', async () => {
  const seat = held()
  const { calls } = onStage(HallPage, {}, { 'appointments/get': { appointment: seat } })
  keepDraft({ hallId: seat.hallId, hold: seat.id, heldUntil: seat.heldUntil })
  act(() => void fireHook('didShow'))
  expect(await seen('kept')).toHaveTextContent('11月24日 周二 9:30–10:00')
  await tap('resume')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/booking/confirm/index?hallId=east&matter=FPLY&day=2026-11-24&start=570&hold=${seat.id}`,
  })
  await tap('release')
  await waitFor(() => expect(document.getElementById('kept')).toBeNull())
  expect(calls('appointments/cancel')).toEqual([{ id: seat.id }])
})
