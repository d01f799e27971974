/** The draft in the device's storage. */
import { forget, recall, remember } from '../../../client/storage'
import { clearDraft, readDraft, saveDraft, type Draft } from '../model/draft'

const storage = { recall, remember, forget }

export const draftNow = (): Draft | undefined => readDraft(storage, Date.now())
export const keepDraft = (change: Partial<Draft>): Draft => saveDraft(storage, change, Date.now())
export const dropDraft = (): void => clearDraft(storage)
