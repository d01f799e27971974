/** A tap in the built output, through the built functions, to a durable commit and back on the screen; on both builds. */
import assert from 'node:assert/strict'
import { journey } from '../harness/browser/journey.mjs'
import { KINDS, usePlace } from './place.mjs'
import { chooseSeat, readQr, signInAsNew } from './steps.mjs'

const place = usePlace()

for (const kind of KINDS) {
  journey('from the first start to a ticket, and cancelled', { kind, place, openid: 'openid-first-start' }, async (phone) => {
    await phone.tap('next-sign-in')
    await signInAsNew(phone)
    await phone.tap('next-book')
    await chooseSeat(phone)
    await phone.tap('confirm')
    await phone.tap('book')
    await phone.at('ticket').waitFor()
    const code = (await phone.at('ticket-code').innerText()).replace(/\D/g, '')
    assert.match(code, /^\d{6}$/)
    const read = await readQr(phone, 'ticket-qr')
    assert.ok(read?.includes('ap_') || read?.includes(code), `the QR code reads ${read}`)
    await phone.tap('cancel')
    await phone.tap('cancel-yes')
    await phone.at('cancelled').waitFor()
  })
}
