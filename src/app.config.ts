/** Pages, sub-packages and the frame around them. The main package holds four pages and must stay small. */
const weapp = process.env.TARO_ENV === 'weapp'

/** WeChat takes bitmaps only; the web page takes outlines. */
const icon = (name: string) => {
  const file = (state: string): string =>
    weapp ? `assets/tab/${name}${state}.png` : `assets/tab-web/${name}${state}.svg`
  return { iconPath: file(''), selectedIconPath: file('-on') }
}

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/help/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'packages/booking',
      name: 'booking',
      pages: [
        'hall/index',
        'matter/index',
        'slot/index',
        'confirm/index',
        'ticket/index',
        'mine/index',
        'wait/index',
        'rebook/index',
      ],
    },
    { root: 'packages/queue', name: 'queue', pages: ['number/index', 'hall/index', 'visits/index'] },
    { root: 'packages/waitlist', name: 'waitlist', pages: ['list/index', 'one/index', 'ballot/index'] },
    { root: 'packages/credit', name: 'credit', pages: ['home/index', 'appeal/index'] },
    { root: 'packages/office', name: 'office', pages: ['day/index'] },
    {
      root: 'packages/hall-desk',
      name: 'hall-desk',
      pages: ['desk/index', 'door/index', 'display/index', 'ratings/index'],
    },
    { root: 'packages/guide', name: 'guide', pages: ['matter/index'] },
    {
      root: 'packages/account',
      name: 'account',
      pages: ['signin/index', 'confirm/index', 'taxpayer/index', 'privacy/index', 'settings/index'],
    },
    { root: 'packages/verify', name: 'verify', pages: ['look/index'] },
    { root: 'packages/refunds', name: 'refunds', pages: ['home/index', 'apply/index', 'case/index'] },
    {
      root: 'packages/invoices',
      name: 'invoices',
      pages: [
        'home/index',
        'look/index',
        'wallet/index',
        'invoice/index',
        'lists/index',
        'list/index',
        'titles/index',
      ],
    },
    { root: 'packages/inbox', name: 'inbox', pages: ['list/index'] },
    {
      root: 'packages/subscriptions',
      name: 'subscriptions',
      pages: ['settings/index', 'undelivered/index'],
    },
    {
      root: 'packages/departure',
      name: 'departure',
      pages: ['home/index', 'apply/index', 'form/index', 'customs/index', 'agency/index'],
    },
    {
      root: 'packages/lottery',
      name: 'lottery',
      pages: [
        'home/index',
        'campaign/index',
        'enter/index',
        'entries/index',
        'entry/index',
        'draw/index',
        'prizes/index',
        'prize/index',
      ],
    },
    {
      root: 'packages/lottery-office',
      name: 'lottery-office',
      pages: [
        'home/index',
        'campaign/index',
        'edit/index',
        'draws/index',
        'draw/index',
        'review/index',
        'numbers/index',
      ],
    },
    { root: 'packages/profile', name: 'profile', pages: ['home/index'] },
    { root: 'packages/policies', name: 'policies', pages: ['list/index', 'policy/index'] },
    {
      root: 'packages/policies-office',
      name: 'policies-office',
      pages: ['home/index', 'policy/index', 'edit/index'],
    },
    {
      root: 'packages/workbench',
      name: 'workbench',
      pages: ['list/index', 'refund/index', 'appeal/index', 'booking/index'],
    },
    { root: 'packages/deadlines', name: 'deadlines', pages: ['month/index', 'one/index', 'settings/index'] },
  ],
  preloadRule: { 'pages/home/index': { network: 'all', packages: ['booking'] } },
  lazyCodeLoading: 'requiredComponents',
  permission: { 'scope.userLocation': { desc: '用来把离您近的办税大厅排在前面 To list nearby halls first' } },
  requiredPrivateInfos: ['getLocation'],
  // On the web pages change at once: while one slides, the router hides by a timer what somebody has gone back to, for good.
  ...(weapp ? { darkmode: true, themeLocation: 'theme.json' } : { animation: false }),
  window: {
    navigationBarTitleText: '税帮',
    navigationBarBackgroundColor: weapp ? '@page' : '#F4F6FA',
    navigationBarTextStyle: weapp ? '@navText' : 'black',
    backgroundColor: weapp ? '@page' : '#F4F6FA',
    backgroundTextStyle: weapp ? '@backText' : 'dark',
  },
  tabBar: {
    color: weapp ? '@second' : '#5A6777',
    selectedColor: weapp ? '@brand' : '#1764D8',
    backgroundColor: weapp ? '@card' : '#FFFFFF',
    borderStyle: weapp ? ('@tabLine' as 'black') : 'black',
    list: [
      { pagePath: 'pages/home/index', text: '首页', ...icon('home') },
      { pagePath: 'pages/services/index', text: '办事', ...icon('services') },
      { pagePath: 'pages/help/index', text: '互助', ...icon('help') },
      { pagePath: 'pages/me/index', text: '我的', ...icon('me') },
    ],
  },
})
