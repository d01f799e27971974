/** A note with a photo for the counter: chosen, sent in parts, saved, and there for the hall; the proof that anybody verifies. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { enter, freeSeat } from '../harness/browser/people.mjs'
import { KINDS, usePlace } from './place.mjs'
import { HALL, MATTER } from './steps.mjs'

const place = usePlace()
const OFFICER = '周敏'
/** Bytes that begin as a PNG does. */
const png = Buffer.alloc(70_000, 7)
Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png)

const choosePhoto = async (phone) => {
  if (phone.kind === 'weapp') return phone.tap('add-photo')
  const chosen = phone.page.waitForEvent('filechooser')
  await phone.tap('add-photo')
  await (await chosen).setFiles({ name: 'paper.png', mimeType: 'image/png', buffer: png })
}

for (const kind of KINDS) {
  journey(
    'notes something for the counter, with a photo',
    { kind, place, person: '带备注的人' },
    async (phone, { world, person }) => {
      const { appointment } = await person.api(
        'appointments',
        'book',
        await freeSeat(person, { hallId: HALL, matter: MATTER }),
      )
      await phone.open(`/packages/booking/ticket/index?id=${appointment.id}`)
      await phone.tap('note-edit')
      await phone.type('note-text', '带了委托书原件')
      await choosePhoto(phone)
      await phone.page.getByText('已上传').first().waitFor()
      await phone.tap('note-save')
      await phone.page.getByText('已保存，窗口人员可以看到。').first().waitFor()
      const officer = await enter(world, kind, OFFICER)
      const { note } = await officer.api('appointments', 'counterNote', { id: appointment.id })
      assert.equal(note.text, '带了委托书原件')
      assert.equal(note.photos.length, 1)
      assert.equal(note.photos[0].size, 70_000)
    },
  )

  journey(
    'shows a proof that anybody verifies, until it is cancelled',
    { kind, place, person: '要凭证的人' },
    async (phone, { person }) => {
      const { appointment } = await person.api(
        'appointments',
        'book',
        await freeSeat(person, { hallId: HALL, matter: MATTER }),
      )
      await phone.open(`/packages/booking/ticket/index?id=${appointment.id}`)
      await phone.tap('proof')
      await phone.at('proof-qr').waitFor()
      await phone.tap('proof-try')
      await phone.at('verdict').waitFor()
      assert.match(await phone.at('verdict').innerText(), /凭证有效/)
    },
  )
}

journey(
  'reads the code of a proof from a photo on the web',
  { kind: 'web', place, person: '拍照查验的人' },
  async (phone, { person }) => {
    const { appointment } = await person.api(
      'appointments',
      'book',
      await freeSeat(person, { hallId: HALL, matter: MATTER }),
    )
    await phone.open(`/packages/booking/ticket/index?id=${appointment.id}`)
    await phone.tap('proof')
    await phone.at('proof-qr').waitFor()
    const photo = await phone.at('proof-qr').screenshot()
    await phone.open('/packages/verify/look/index')
    const choose = async (buffer) => {
      const chosen = phone.page.waitForEvent('filechooser')
      await phone.tap('scan')
      await (await chosen).setFiles({ name: 'photo.png', mimeType: 'image/png', buffer })
    }
    await choose(png)
    await phone.page.getByText('图片里没有找到凭证的二维码').first().waitFor()
    await choose(photo)
    await phone.at('verdict').waitFor()
    assert.match(await phone.at('verdict').innerText(), /凭证有效/)
  },
)
