import { screen, waitFor } from '@testing-library/react'
import MePage from '../../../src/pages/me'
import UndeliveredPage from '../../../src/packages/subscriptions/undelivered'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { me } from '../booking/stage'
import { grants, undelivered } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

const of = (...roles: readonly string[]) => ({ 'accounts/me': { ...me, grants: grants(...roles) } })
const idOf = (letter: string): string => `dl_${letter.repeat(26)}`

it('one that failed is sent again by one tap, and says so', async () => {
  const { inputs } = onStage(UndeliveredPage, {
    ...of('admin'),
    'subscriptions/replay': { id: idOf('a'), due: 1 },
  })
  const row = await seen(`undelivered-${idOf('a')}`)
  for (const said of ['手机短信', '没有发成', 'refunds.paid', 'Status500', '6 次，人工重发 0 次', '至少一次'])
    expect(row).toHaveTextContent(said)
  expect(namelessControls()).toEqual([])
  await tap(`replay-${idOf('a')}`)
  await waitFor(() => expect(inputs('replay')).toEqual([{ id: idOf('a') }]))
  expect(await screen.findByText('已排队，将再次发送')).toBeInTheDocument()
  expect(inputs('undelivered').length).toBeGreaterThan(1)
})

it('one of which nobody knows is asked about first', async () => {
  const { inputs } = onStage(UndeliveredPage, {
    ...of('admin'),
    'subscriptions/undelivered': { items: [undelivered('b', { state: 'unknown', delivery: 'atMostOnce' })] },
    'subscriptions/replay': { id: idOf('b'), due: 1 },
  })
  await tap(`replay-${idOf('b')}`)
  await seen('replay-sheet')
  expect(inputs('replay')).toEqual([])
  await tap('replay-sheet-confirm')
  await waitFor(() => expect(inputs('replay')).toEqual([{ id: idOf('b') }]))
})

it('a refused replay says why', async () => {
  onStage(UndeliveredPage, {
    ...of('admin'),
    'subscriptions/replay': refuse(404, 'NOT_FOUND', '已经没有了。'),
  })
  await tap(`replay-${idOf('a')}`)
  expect(await screen.findByText('已经没有了。')).toBeInTheDocument()
})

it('an auditor looks and sends nothing; anybody else is told that it is not for them', async () => {
  onStage(UndeliveredPage, of('auditor'))
  await seen(`undelivered-${idOf('a')}`)
  expect(document.getElementById(`replay-${idOf('a')}`)).toBeNull()
  const { inputs } = onStage(UndeliveredPage)
  expect(await screen.findByText('只有管理员和审计可以查看')).toBeInTheDocument()
  expect(inputs('undelivered')).toEqual([])
})

it('empty, failed, signed out, and in English', async () => {
  onStage(UndeliveredPage, { ...of('admin'), 'subscriptions/undelivered': { items: [] } })
  expect(await screen.findByText('没有未送达的消息')).toBeInTheDocument()
  onStage(UndeliveredPage, {
    ...of('admin'),
    'subscriptions/undelivered': refuse(403, 'FORBIDDEN', '现在不行。'),
  })
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  onStage(UndeliveredPage, {}, { signedIn: false })
  await seen('signed-out')
  onStage(UndeliveredPage, of('admin'), { language: 'en' })
  expect(await screen.findByText('Send again')).toBeInTheDocument()
})

it('on Me, who runs it has a door there, and everybody has one to the choices', async () => {
  onStage(MePage, of('admin'))
  await tap('desk-undelivered')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/subscriptions/undelivered/index' })
  await tap('subscriptions')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/subscriptions/settings/index' })
  onStage(MePage)
  await seen('subscriptions')
  await waitFor(() => expect(el('taxpayers')).toBeInTheDocument())
  expect(document.getElementById('desk-undelivered')).toBeNull()
})
