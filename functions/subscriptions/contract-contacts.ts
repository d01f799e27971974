/** Phone number and e-mail address: added, confirmed by a code, removed. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { instant, personText } from '../core/io/schema'
import { CONTACT_CHANNELS } from './rules/addresses'
import './data/errors'

const channel = z.enum(CONTACT_CHANNELS)

export const contactsContract = {
  addContact: procedure({
    summary: 'Add a phone number or an e-mail address: a code is sent to it',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NO_CHANNEL', 'ADDRESS_REFUSED', 'CODE_TOO_SOON'],
  })
    .input(z.object({ channel, /** As it is typed. */ address: personText({ min: 5, max: 190 }) }))
    .output(z.object({ channel, masked: z.string(), /** The code holds until then. */ until: instant })),
  confirmContact: procedure({
    summary: 'Confirm it by the code; messages go there from now on',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['CODE_WRONG', 'CODE_OVER'],
  })
    .input(z.object({ channel, code: z.string().check(z.regex(/^\d{6}$/)) }))
    .output(z.object({ channel, masked: z.string() })),
  removeContact: procedure({
    summary: 'Forget a phone number or an e-mail address: nothing is sent there any more',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({ channel }))
    .output(z.object({ channel })),
}
