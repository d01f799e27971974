import { act, screen, waitFor } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import OnePage from '../../../src/packages/deadlines/one'
import SettingsPage from '../../../src/packages/deadlines/settings'
import { readCalendar, only, textOf } from '../../harness/ics'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, seen, standStill, tap } from '../booking/stage'
import { consents } from '../subscriptions/fixtures'
import { inWechat } from '../subscriptions/stage'
import { answersFor, company, rowsOf, self, show } from './fixtures'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

const OCTOBER = { from: '2026-10-01', to: '2026-10-31' }
const VAT = { id: 'vat.2026-09', taxpayer: 'tp_2' }
const marked = (filedAt: number | null, filedBy: 'person' | 'online' | null = 'person') => ({
  deadline: { ...rowsOf(company, OCTOBER)[0], filedAt, filedBy: filedAt === null ? null : filedBy },
})

describe('a deadline', () => {
  it('says until when, why that day, for whom and on what basis', async () => {
    show(OnePage, 'one', VAT)
    expect(await seen('until')).toHaveTextContent('2026年10月26日 周一')
    expect(el('why')).toHaveTextContent('10月15日遇国庆节假期（10月1–7日），顺延至10月26日')
    expect(el('why')).toHaveTextContent('2026年10月15日')
    expect(el('why')).toHaveTextContent('税总办征科函〔2025〕64号')
    expect(el('basis')).toHaveTextContent('《增值税法》第三十条')
    expect(namelessControls()).toEqual([])
  })

  it('of a year that is not published says the day that it is not before', async () => {
    show(OnePage, 'one', { id: 'citAnnual.2026', taxpayer: 'tp_2' })
    expect(await seen('why')).toHaveTextContent('截止日不会早于2027年5月31日')
    expect(el('until')).toHaveTextContent('一般截止日（可能顺延）')
    expect(screen.getByText('2027年1月1日起可以申报')).toBeInTheDocument()
    expect(document.getElementById('mark-filed')).toBeNull()
  })

  it('is marked as filed, and taken back; the server’s word counts', async () => {
    const at = Date.parse('2026-11-22T02:00:00Z')
    const { calls, answers } = show(OnePage, 'one', VAT, { 'deadlines/markFiled': marked(at) })
    await seen('mark-filed')
    answers['deadlines/one'] = { taxpayer: company, ...marked(at) }
    await tap('mark-filed')
    expect(await screen.findByText('已标记，不再提醒')).toBeInTheDocument()
    expect(calls('deadlines/markFiled')).toEqual([{ id: 'vat.2026-09', taxpayerId: 'tp_2', filed: true }])
    expect(await seen('unmark-filed')).toBeInTheDocument()
  })

  it('that was filed online is a fact, and what is refused is said', async () => {
    const { answers } = show(OnePage, 'one', VAT, {
      'deadlines/markFiled': refuse(409, 'FILED_ONLINE', '不能撤销。'),
    })
    await tap('mark-filed')
    expect(await screen.findByText('不能撤销。')).toBeInTheDocument()
    answers['deadlines/markFiled'] = marked(Date.parse('2026-11-22T02:00:00Z'), 'online')
    answers['deadlines/one'] = { taxpayer: company, ...marked(Date.parse('2026-11-22T02:00:00Z'), 'online') }
    await tap('mark-filed')
    expect(await screen.findByText(/网上申报成功/)).toBeInTheDocument()
    expect(document.getElementById('unmark-filed')).toBeNull()
  })

  it('is a file that any calendar reads', async () => {
    show(OnePage, 'one', VAT)
    const link = await seen('download')
    expect(link).toHaveAttribute('download', 'vat.2026-09.ics')
    const address = link.getAttribute('href') ?? ''
    expect(address).toMatch(/^data:text\/calendar/)
    const [event] = readCalendar(decodeURIComponent(address.slice(address.indexOf(',') + 1))).events
    expect(event && textOf(only(event, 'SUMMARY'))).toBe('增值税及附加申报截止（2026年9月）')
  })

  it('that one does not have says so, and leads to the month', async () => {
    show(OnePage, 'one', VAT, { 'deadlines/one': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有这项申报期限')).toBeInTheDocument()
    act(() => screen.getByText('看本月期限').click())
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/deadlines/month/index' })
  })

  it('is shown to who is not signed in, by its kind, without a call', async () => {
    const { asked } = show(OnePage, 'one', { id: 'vat.2026-09', kind: 'general' }, {}, { signedIn: false })
    expect(await seen('until')).toHaveTextContent('2026年10月26日')
    expect(document.getElementById('mark-filed')).toBeNull()
    expect(asked).toEqual([])
  })
})

describe('settings', () => {
  it('sets what a company is and files, and how often', async () => {
    const { calls } = show(
      SettingsPage,
      'settings',
      { taxpayer: 'tp_2' },
      {
        'deadlines/setProfile': { taxpayer: { ...company, kind: 'smallScale' } },
      },
    )
    await tap('kind-smallScale')
    await tap('period-vat-month')
    await tap('tax-stamp')
    await tap('tax-property')
    await tap('save-profile')
    expect(await screen.findByText('已保存，期限已更新')).toBeInTheDocument()
    expect(calls('deadlines/setProfile')).toEqual([
      {
        taxpayerId: 'tp_2',
        kind: 'smallScale',
        taxes: ['vat', 'cit', 'iitWithholding', 'statements', 'property'],
        periods: { vat: 'month' },
      },
    ])
    expect(namelessControls()).toEqual([])
  })

  it('keeps when one is reminded as soon as it is ticked', async () => {
    const { calls, answers } = show(
      SettingsPage,
      'settings',
      {},
      {
        'deadlines/reminders': { taxpayer: { ...company, reminders: [3] } },
      },
    )
    await seen('remind-3')
    Object.assign(answers, answersFor([{ ...company, reminders: [3] }]))
    await tap('remind-3')
    await waitFor(() => expect(el('remind-3')).toHaveAttribute('aria-checked', 'true'))
    expect(calls('deadlines/reminders')).toEqual([{ taxpayerId: 'tp_2', offsets: [3] }])
  })

  it('each taxpayer has its own; a person has no kind to choose', async () => {
    show(SettingsPage, 'settings', {}, answersFor([self, company]))
    await seen('tax-iitAnnual')
    expect(document.getElementById('kind')).toBeNull()
    await tap('whose-tp_2')
    await seen('tax-vat')
    expect(el('kind-general')).toHaveAttribute('aria-checked', 'true')
  })

  it('makes an address to subscribe to, copies it, and revokes it when asked twice', async () => {
    const feed = {
      path: '/api/calendar/secret.ics',
      language: 'zh-CN',
      createdAt: Date.parse('2026-11-22T02:00:00Z'),
    }
    const { calls } = show(
      SettingsPage,
      'settings',
      {},
      {
        'deadlines/openFeed': { feed },
        'deadlines/closeFeed': { feed: null },
      },
    )
    await tap('make-feed')
    expect(await seen('feed-address')).toHaveTextContent('http://localhost/api/calendar/secret.ics')
    await tap('copy-feed')
    expect(Taro.setClipboardData).toHaveBeenLastCalledWith({
      data: 'http://localhost/api/calendar/secret.ics',
    })
    await tap('revoke-feed')
    expect(calls('deadlines/closeFeed')).toEqual([])
    await tap('revoke-sheet-confirm')
    await seen('make-feed')
    expect(calls('deadlines/closeFeed')).toEqual([{}])
  })

  it('signed out, asks for nothing', async () => {
    const { asked } = show(SettingsPage, 'settings', {}, {}, { signedIn: false })
    await seen('signed-out')
    expect(asked).toEqual([])
  })
})

describe('inside WeChat', () => {
  inWechat()
  const offered = {
    'subscriptions/consents': {
      templates: consents().templates.map((one) => ({ ...one, templateId: `tmpl-${one.template}` })),
    },
  }

  it('asks for a grant where it makes sense: after one is filed, about the next', async () => {
    const at = Date.parse('2026-11-22T02:00:00Z')
    const { answers } = show(OnePage, 'one', VAT, { ...offered, 'deadlines/markFiled': marked(at) })
    await seen('mark-filed')
    expect(document.getElementById('remind-me')).toBeNull()
    answers['deadlines/one'] = { taxpayer: company, ...marked(at) }
    await tap('mark-filed')
    expect(await seen('remind-me')).toHaveTextContent('申报前用微信提醒我一次')
  })
})
