/** The note for the counter, as the hall's officers find it in their day. */
import { screen, waitFor } from '@testing-library/react'
import OfficeDayPage from '../../../src/packages/office/day'
import { refuse } from '../../harness/taro/server'
import { storage } from '../../harness/taro/taro'
import { DAY, dayList, hall, person } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from '../booking/stage'

standStill()
const { load: _load, openToday: _openToday, ...east } = hall()
const FILE = `fl_${'a'.repeat(32)}`
const note = { text: '带了委托书原件', photos: [{ fileId: FILE, type: 'image/jpeg', size: 4 }], changedAt: 1 }
const part = (place: number) => ({
  fileId: FILE,
  type: 'image/jpeg',
  size: 4,
  place,
  parts: 2,
  bytes: place === 0 ? 'AAAA' : 'AQ==',
})
const stage = (change: Readonly<Record<string, unknown>> = {}) =>
  onStage(
    OfficeDayPage,
    { day: DAY },
    {
      'halls/onDuty': { halls: [east] },
      'appointments/dayList': dayList({
        items: [person({ hasNote: true }), person({ id: 'ap_2', code: '999999' })],
      }),
      'appointments/tallies': { hallId: 'east', days: [] },
      'appointments/counterNote': { note },
      'appointments/counterPhoto': ({ place }: { place: number }) => part(place),
      ...change,
    },
  )

const openNote = async (): Promise<void> => {
  await seen('note-048213')
  await tap('note-048213')
}

it('is marked where there is one, read when opened, and shows its photos whole', async () => {
  stage()
  await openNote()
  expect(document.getElementById('note-999999')).toBeNull()
  expect(await screen.findByText('带了委托书原件')).toBeInTheDocument()
  await waitFor(() => expect(el('note-photo-1').innerHTML).toContain('data:image/jpeg;base64,AAAAAQ=='))
  expect(namelessControls()).toEqual([])
  await tap('note-close')
  expect(document.getElementById('counter-note')).toBeNull()
})

it('is kept nowhere on the device', async () => {
  stage()
  await openNote()
  await screen.findByText('带了委托书原件')
  expect(JSON.stringify([...storage])).not.toContain('委托书')
})

it('that could not be fetched says so, and is asked for again', async () => {
  const { answers } = stage({ 'appointments/counterNote': refuse(403, 'FORBIDDEN', '没有权限。') })
  await openNote()
  expect(await screen.findByText('没有取到备注。')).toBeInTheDocument()
  answers['appointments/counterNote'] = { note }
  answers['appointments/counterPhoto'] = refuse(403, 'FORBIDDEN', '没有权限。')
  await tap('note-again')
  expect(await screen.findByText('带了委托书原件')).toBeInTheDocument()
  await seen('note-photo-1-again')
  answers['appointments/counterPhoto'] = ({ place }: { place: number }) => part(place)
  await tap('note-photo-1-again')
  await waitFor(() => expect(el('note-photo-1').innerHTML).toContain('data:image/jpeg'))
})

it('that was taken back meanwhile says that', async () => {
  stage({ 'appointments/counterNote': { note: { text: '', photos: [], changedAt: null } } })
  await openNote()
  expect(await screen.findByText('备注已被本人撤回。')).toBeInTheDocument()
})

it('that is no longer there says so, and is not asked for again', async () => {
  stage({ 'appointments/counterNote': refuse(404, 'NOT_FOUND', '没有找到。') })
  await openNote()
  expect(await screen.findByText('这条备注已经不在了。')).toBeInTheDocument()
  expect(document.getElementById('note-again')).toBeNull()
})

it('whose photo is no longer there says so in its place, and keeps its words', async () => {
  stage({ 'appointments/counterPhoto': refuse(404, 'NOT_FOUND', '没有找到。') })
  await openNote()
  expect(await screen.findByText('这张照片已经不在了。')).toBeInTheDocument()
  expect(screen.getByText('带了委托书原件')).toBeInTheDocument()
  expect(document.getElementById('note-photo-1-again')).toBeNull()
})

it('is marked in words that are part of the name of what opens it, and not on paper', async () => {
  stage()
  await seen('note-048213')
  const mark = el('note-048213')
  expect(mark.getAttribute('aria-label')).toContain(mark.textContent)
  expect(mark.closest('.no-print')).not.toBeNull()
})
