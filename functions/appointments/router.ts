/** What answers for `appointments`: a handler for each procedure of the contract. */
import { days, slots } from './router/availability'
import { book, cancel, get, hold, mine, rebook } from './router/booking'
import { halls, matters } from './router/catalogue'
import { openDays, recount, settle } from './router/jobs'
import { counterNote, counterPhoto, note, photo, setNote } from './router/notes'
import { proof } from './router/proof'
import { closeDay, dayList, reopenDay, setCapacity, tallies } from './router/officers'

export const router = {
  halls,
  matters,
  days,
  slots,
  hold,
  book,
  cancel,
  rebook,
  mine,
  get,
  proof,
  note,
  setNote,
  photo,
  counterNote,
  counterPhoto,
  dayList,
  tallies,
  setCapacity,
  closeDay,
  reopenDay,
  openDays,
  recount,
  settle,
}
