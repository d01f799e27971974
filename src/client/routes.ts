/** Every page's address, typed: deep links and share cards use the same ones. */
import Taro from '@tarojs/taro'
import type { Day, MinuteOfDay } from '../../functions/core/pure/time'

const query = (values: Readonly<Record<string, string | number | undefined>>): string => {
  const parts = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(String(value))}`],
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

export interface Wish {
  readonly hallId?: string
  readonly matter?: string
  readonly day?: Day
  readonly start?: MinuteOfDay
}

export const routes = {
  home: '/pages/home/index',
  services: '/pages/services/index',
  help: '/pages/help/index',
  me: '/pages/me/index',
  halls: (wish: Wish = {}) => `/packages/booking/hall/index${query({ ...wish })}`,
  matters: (wish: Wish = {}) => `/packages/booking/matter/index${query({ ...wish })}`,
  slots: (wish: Wish) => `/packages/booking/slot/index${query({ ...wish })}`,
  confirm: (wish: Wish & { readonly hold?: string }) =>
    `/packages/booking/confirm/index${query({ ...wish })}`,
  ticket: (id: string, fresh?: boolean) =>
    `/packages/booking/ticket/index${query({ id, fresh: fresh ? 1 : undefined })}`,
  mine: (view?: 'past') => `/packages/booking/mine/index${query({ view })}`,
  /** A number of mine, live; a hall as it is now; what numbers I took. */
  queueTicket: (id: string) => `/packages/queue/number/index${query({ id })}`,
  hallNow: (hallId: string, matter?: string) => `/packages/queue/hall/index${query({ hallId, matter })}`,
  visits: '/packages/queue/visits/index',
  /** The line of a full time; another time for an appointment. */
  joinLine: (wish: Wish) => `/packages/booking/wait/index${query({ ...wish })}`,
  rebook: (id: string) => `/packages/booking/rebook/index${query({ id })}`,
  /** What I wait for; one of it; the ballot of a hall's day, with my entry in it. */
  waits: '/packages/waitlist/list/index',
  wait: (id: string, fresh?: boolean) =>
    `/packages/waitlist/one/index${query({ id, fresh: fresh ? 1 : undefined })}`,
  ballot: (of: { readonly hallId: string; readonly day: Day; readonly wait?: string | undefined }) =>
    `/packages/waitlist/ballot/index${query({ ...of })}`,
  /** What counts against me, and until when booking is suspended; one no-show by its appointment: to be appealed, or how it was. */
  credit: '/packages/credit/home/index',
  appeal: (appointment: string) => `/packages/credit/appeal/index${query({ appointment })}`,
  guide: (matter: string, hallId?: string) => `/packages/guide/matter/index${query({ matter, hallId })}`,
  officeDay: (hallId?: string, day?: Day) => `/packages/office/day/index${query({ hallId, day })}`,
  /** Of a hall's day: a window's workbench, the door, what visitors said; and the display, which is anybody's. */
  hallDesk: (hallId?: string) => `/packages/hall-desk/desk/index${query({ hallId })}`,
  hallDoor: (hallId?: string) => `/packages/hall-desk/door/index${query({ hallId })}`,
  hallRatings: (hallId?: string) => `/packages/hall-desk/ratings/index${query({ hallId })}`,
  hallDisplay: (hallId: string) => `/packages/hall-desk/display/index${query({ hallId })}`,
  /** What can be claimed, what was begun, what was handed in. */
  refunds: '/packages/refunds/home/index',
  refundCases: '/packages/refunds/home/index?view=cases',
  refundApply: (wish: { readonly kind?: string; readonly draft?: string; readonly taxpayer?: string }) =>
    `/packages/refunds/apply/index${query({ ...wish })}`,
  refundCase: (id: string, fresh?: boolean) =>
    `/packages/refunds/case/index${query({ id, fresh: fresh ? 1 : undefined })}`,
  /** For travellers: what is a departure refund, and one's own forms. */
  departures: '/packages/departure/home/index',
  departureApply: '/packages/departure/apply/index',
  departureForm: (id: string, fresh?: boolean) =>
    `/packages/departure/form/index${query({ id, fresh: fresh ? 1 : undefined })}`,
  /** For customs at a port; for the refund agency. */
  customs: (hallId?: string) => `/packages/departure/customs/index${query({ hallId })}`,
  refundAgency: (wish: { readonly hallId?: string; readonly id?: string } = {}) =>
    `/packages/departure/agency/index${query({ ...wish })}`,
  invoices: '/packages/invoices/home/index',
  /** What is in hand (scanned, typed, read), or how to begin. */
  invoiceLook: (begin?: 'type' | 'pdf') => `/packages/invoices/look/index${query({ begin })}`,
  wallet: (month?: string) => `/packages/invoices/wallet/index${query({ month })}`,
  invoice: (id: string, fresh?: boolean) =>
    `/packages/invoices/invoice/index${query({ id, fresh: fresh ? 1 : undefined })}`,
  reimbursements: '/packages/invoices/lists/index',
  reimbursement: (id: string) => `/packages/invoices/list/index${query({ id })}`,
  invoiceTitles: '/packages/invoices/titles/index',
  /** Campaigns, my entries, my prizes; `handed` names an invoice that is handed over in memory (`client/handover`). */
  lottery: '/packages/lottery/home/index',
  campaign: (id: string) => `/packages/lottery/campaign/index${query({ id })}`,
  enterInvoice: (wish: { readonly campaign?: string | undefined; readonly handed?: string } = {}) =>
    `/packages/lottery/enter/index${query({ ...wish })}`,
  entries: '/packages/lottery/entries/index',
  entry: (id: string) => `/packages/lottery/entry/index${query({ id })}`,
  draw: (id: string) => `/packages/lottery/draw/index${query({ id })}`,
  prizes: '/packages/lottery/prizes/index',
  prize: (id: string) => `/packages/lottery/prize/index${query({ id })}`,
  /** What offices have published, for anybody; one of it as it stands, or as it was in an earlier version. */
  policies: '/packages/policies/list/index',
  policy: (id: string, version?: number) => `/packages/policies/policy/index${query({ id, version })}`,
  /** What my taxpayers are, and what I want to hear about. */
  profile: '/packages/profile/home/index',
  /** Of who publishes policies: the list of an office, one of them, and its editor. */
  policiesOffice: (hallId?: string) => `/packages/policies-office/home/index${query({ hallId })}`,
  officePolicy: (id: string, done?: 'saved') =>
    `/packages/policies-office/policy/index${query({ id, done })}`,
  editPolicy: (wish: { readonly id?: string; readonly hallId?: string }) =>
    `/packages/policies-office/edit/index${query({ ...wish })}`,
  /** Of who runs a lottery: campaigns, the editor, draws, the review of entries, the books. */
  lotteryOffice: (hallId?: string) => `/packages/lottery-office/home/index${query({ hallId })}`,
  officeCampaign: (id: string, done?: 'saved' | 'published') =>
    `/packages/lottery-office/campaign/index${query({ id, done })}`,
  editCampaign: (wish: {
    readonly id?: string
    readonly hallId?: string
    readonly example?: string
    readonly copy?: string
  }) => `/packages/lottery-office/edit/index${query({ ...wish })}`,
  officeDraws: (campaign: string) => `/packages/lottery-office/draws/index${query({ campaign })}`,
  officeDraw: (id: string) => `/packages/lottery-office/draw/index${query({ id })}`,
  reviewEntries: (campaign: string, day?: Day) =>
    `/packages/lottery-office/review/index${query({ campaign, day })}`,
  lotteryNumbers: (campaign: string) => `/packages/lottery-office/numbers/index${query({ campaign })}`,
  workbench: (hallId?: string) => `/packages/workbench/list/index${query({ hallId })}`,
  officeBooking: (id: string) => `/packages/workbench/booking/index${query({ id })}`,
  officeAppeal: (id: string) => `/packages/workbench/appeal/index${query({ id })}`,
  officeRefund: (id: string) => `/packages/workbench/refund/index${query({ id })}`,
  signIn: (from?: string) => `/packages/account/signin/index${query({ from })}`,
  qrConfirm: (ticket: string) => `/packages/account/confirm/index${query({ ticket })}`,
  taxpayer: (from?: string) => `/packages/account/taxpayer/index${query({ from })}`,
  privacy: '/packages/account/privacy/index',
  /** Anybody's: verifies a paper by its code. */
  verify: (code?: string) => `/packages/verify/look/index${query({ code })}`,
  /** The month of a day; one deadline of a taxpayer (oneself without one); how they are set up. */
  deadlines: (wish: { readonly day?: Day; readonly month?: string } = {}) =>
    `/packages/deadlines/month/index${query({ ...wish })}`,
  /** `kind`: of whom, while nobody is signed in. */
  deadline: (id: string, whose: { readonly taxpayer?: string; readonly kind?: string } = {}) =>
    `/packages/deadlines/one/index${query({ id, ...whose })}`,
  deadlineSettings: (taxpayer?: string) => `/packages/deadlines/settings/index${query({ taxpayer })}`,
  /** `packages/inbox/list/index?notice=<id>` is what messages lead to. */
  inbox: '/packages/inbox/list/index',
  /** What I am told, how and when; of operators: messages that did not arrive. */
  subscriptions: '/packages/subscriptions/settings/index',
  undelivered: '/packages/subscriptions/undelivered/index',
  settings: '/packages/account/settings/index',
} as const

const TABS: readonly string[] = [routes.home, routes.services, routes.help, routes.me]

const isTab = (address: string): boolean => TABS.includes(address.split('?')[0] ?? '')

/** Opens a page, tabs included. WeChat keeps ten pages: a full stack is replaced from the top. */
export const go = async (address: string): Promise<void> => {
  if (isTab(address)) await Taro.switchTab({ url: address })
  else if (Taro.getCurrentPages().length >= 9) await Taro.redirectTo({ url: address })
  else await Taro.navigateTo({ url: address })
}

/** Opens a page in place of this one. */
export const replace = async (address: string): Promise<void> => {
  await (isTab(address) ? Taro.switchTab({ url: address }) : Taro.redirectTo({ url: address }))
}

/** Back to the page before, or home when a deep link opened this one. */
export const goBack = async (): Promise<void> => {
  await (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: routes.home }))
}

const pathOf = (address: string): string => (address.split('?')[0] ?? '').replace(/^\//, '')

/** To `address`: back when the page before is that one, with all it knows; else in place of this page. */
export const returnTo = async (address: string): Promise<void> => {
  const pages = Taro.getCurrentPages()
  const before = pages[pages.length - 2]?.route ?? ''
  if (before !== '' && pathOf(before) === pathOf(address)) await Taro.navigateBack()
  else await replace(address)
}

/** The address of the page on screen, with its parameters. */
export const here = (): string => {
  const page = Taro.getCurrentInstance().router
  if (!page) return routes.home
  const params = Object.entries(page.params).filter(
    ([name, value]) => value !== undefined && !name.startsWith('$') && name !== 'stamp',
  )
  return `/${page.path.replace(/^\//, '').split('?')[0] ?? ''}${query(Object.fromEntries(params))}`
}

/** Shows the sign-in page, which comes back here. */
export const goSignIn = async (): Promise<void> => {
  const from = here()
  if (from.includes('/account/signin/')) return
  await go(routes.signIn(from))
}
