/** A picture or PDF on its way to be kept with an invoice: sent when that is wanted, and gone on with where it broke off. */
import { useEffect, useRef, useState } from 'react'
import { INVOICE_FILES } from '../../../../../functions/invoices/data/uploads'
import { createUpload, pickedProblem, type Picked, type Upload } from '../../../../client/upload'
import { stateAfter, type SendState } from '../../../../client/use-uploads'

export interface SendingFile {
  readonly state: SendState | undefined
  /** @returns the id of what is whole on the server; undefined when it is not, which `state` tells */
  readonly send: (file: Picked) => Promise<string | undefined>
  readonly clear: () => void
}

export const isOnItsWay = (state: SendState | undefined): boolean =>
  state?.at === 'sending' || state?.at === 'checking'

export const useSendingFile = (): SendingFile => {
  const [state, setState] = useState<SendState>()
  const begun = useRef<{ readonly file: Picked; readonly upload: Upload }>()
  useEffect(() => () => begun.current?.upload.stop(), [])
  const uploadOf = (file: Picked): Upload => {
    if (begun.current?.file === file) return begun.current.upload
    begun.current?.upload.stop()
    const upload = createUpload(file, 'invoices.file', setState)
    begun.current = { file, upload }
    return upload
  }
  const send = async (file: Picked): Promise<string | undefined> => {
    const problem = pickedProblem(file, INVOICE_FILES)
    if (problem) {
      setState({ at: 'wrong', problem })
      return undefined
    }
    setState({ at: 'sending', percent: 0 })
    try {
      return await uploadOf(file).run()
    } catch (thrown) {
      setState(stateAfter(thrown))
      return undefined
    }
  }
  const clear = (): void => {
    begun.current?.upload.stop()
    begun.current = undefined
    setState(undefined)
  }
  return { state, send, clear }
}
