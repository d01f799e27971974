/** The screens of a hall's day for its officers, and its display. */
import { HALL } from './steps.mjs'

const WINDOW = { hallId: HALL, window: '3' }

/** Numbers are given in the hall's hours alone: at other times the screens show a hall where nobody waits. */
const takeNumbers = async ({ api }) => {
  try {
    await api('queue', 'issue', { hallId: HALL, matter: 'SB01' })
    await api('queue', 'issue', { hallId: HALL, matter: 'SB02', priority: true })
    await api('queue', 'issue', { hallId: HALL, matter: 'TS01' })
  } catch (error) {
    if (!String(error).includes('NUMBERS_ENDED')) throw error
  }
}

/** A window that is open, with a number that is called where there is one. */
export const prepareHallDesk = async (officer) => {
  await officer.api('queue', 'setWindow', { ...WINDOW, state: 'open' })
  await takeNumbers(officer)
  await officer.api('queue', 'callNext', WINDOW)
}

const PAGES = '/packages/hall-desk'
const desk = (name, ready, more = {}) => ({
  name,
  address: () => `${PAGES}/desk/index?hallId=${HALL}`,
  ready,
  officer: true,
  ...more,
})
const door = (name, ready, more = {}) => ({
  name,
  address: () => `${PAGES}/door/index?hallId=${HALL}`,
  ready,
  officer: true,
  ...more,
})

const refuse = async (phone) => {
  await phone.type('code', '000000')
  await phone.tap('admit')
}

/** `ready` as in screens.mjs. */
export const HALL_DESK_SCREENS = [
  desk('hall-desk', '#current', { desk: true }),
  desk('hall-desk-window', '#matters-sheet', { goes: ['choose-matters'] }),
  desk('hall-desk-choose', '#choose-window', { goes: ['other-window'] }),
  desk('hall-desk-stop', '#stop-sheet', { goes: ['stop-hall'] }),
  door('hall-door', '#walk-in', { desk: true }),
  door('hall-door-refused', '#refused', { after: refuse }),
  {
    name: 'hall-ratings',
    address: () => `${PAGES}/ratings/index?hallId=${HALL}`,
    ready: '#ratings, .sb-blank',
    officer: true,
  },
  {
    name: 'hall-display',
    address: () => `${PAGES}/display/index?hallId=${HALL}`,
    ready: '.hd-board',
    signedOut: true,
    desk: true,
  },
]
