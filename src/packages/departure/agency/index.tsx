/** The refund agency's page: an advance in the shop, and what customs have verified here. */
import { useCallback, useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { api } from '../../../client/api'
import { useText } from '../../../messages'
import { AgencySteps, type AgencyDone } from '../desk/agency-steps'
import { CodeAsk } from '../desk/code-ask'
import { DeskDetails, DeskHead } from '../desk/form-view'
import { DeskDone, Found } from '../desk/found'
import { DeskFrame } from '../desk/frame'
import { texts } from '../messages'
import { readFormId } from '../model/params'
import '../departure.css'

/** By its code, as a traveller shows it, or by its id from the officers' work. */
type Asked = { readonly code: string } | { readonly formId: string }

const Desk = ({ hallId, first }: { readonly hallId: string; readonly first: Asked | undefined }) => {
  const t = useText(texts)
  const [asked, setAsked] = useState(first)
  const [done, setDone] = useState<AgencyDone>()
  const look = useCallback(() => api.refunds.agencyLook({ hallId, ...asked }), [hallId, asked])
  const next = (): void => {
    setAsked(undefined)
    setDone(undefined)
  }
  if (!asked) return <CodeAsk onCode={(code) => setAsked({ code })} />
  return (
    <Found look={look} onAnother={next}>
      {(it, again) => (
        <>
          {done && <DeskDone>{t(`agency.${done}`)}</DeskDone>}
          <DeskHead it={it} />
          <AgencySteps
            key={it.state}
            it={it}
            hallId={hallId}
            onDone={(what) => {
              setDone(what)
              again()
            }}
          />
          <DeskDetails it={it} />
        </>
      )}
    </Found>
  )
}

export default function AgencyPage() {
  const t = useText(texts)
  const formId = readFormId(useRouter().params)
  const first = formId === undefined ? undefined : { formId }
  return (
    <DeskFrame id="agency" title={t('agency.title')} lead={t('agency.lead')} duty="pay">
      {(hallId) => <Desk key={hallId} hallId={hallId} first={first} />}
    </DeskFrame>
  )
}
