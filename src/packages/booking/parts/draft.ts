/** The draft in the device's storage. */
import { forgetOwn, recallOwn, rememberOwn } from '../../../client/own'
import { serverNow } from '../../../client/server-time'
import { forget, recall, remember } from '../../../client/storage'
import { clearDraft, readDraft, saveDraft, type Cupboard, type Draft } from '../model/draft'

const cupboard: Cupboard = {
  open: { recall, remember, forget },
  own: { recall: recallOwn, remember: rememberOwn, forget: forgetOwn },
}

export const draftNow = (): Draft | undefined => readDraft(cupboard, serverNow())
export const keepDraft = (change: Partial<Draft>): Draft => saveDraft(cupboard, change, serverNow())
export const dropDraft = (): void => clearDraft(cupboard)
