/** The customs officer's page: scan or type a form, see what is to be verified, and confirm or refuse it. */
import { useCallback, useState } from 'react'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, ConfirmSheet, Note, Words } from '../../../ui'
import { CodeAsk } from '../desk/code-ask'
import { DeskDetails, DeskHead } from '../desk/form-view'
import { DeskDone, Found } from '../desk/found'
import { DeskFrame } from '../desk/frame'
import { RefuseSheet, type Refusal } from '../desk/refuse-sheet'
import { texts } from '../messages'
import type { DeskForm } from '../model/answers'
import '../departure.css'

type Confirmation = { formId: string; hallId: string } & (
  { outcome: 'verified'; reasons: [] } | ({ outcome: 'refused' } & Refusal)
)

type Done = 'verified' | 'refused'

const Decide = ({
  it,
  hallId,
  onDone,
}: {
  readonly it: DeskForm
  readonly hallId: string
  readonly onDone: (done: Done) => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState<Done>()
  const confirm = useAction((wish: Confirmation, key) => api.refunds.customsConfirm(wish, { key }))
  const send = async (wish: Confirmation): Promise<void> => {
    if (!(await confirm.run(wish))) return
    setAsking(undefined)
    onDone(wish.outcome)
  }
  const start = (what: Done): void => {
    confirm.clear()
    setAsking(what)
  }
  if (!it.moves.includes('verify')) return <Note>{t('agency.nothing')}</Note>
  return (
    <Card next>
      <Column gap={12}>
        {!it.open && (
          <Note tone="danger" icon="warn">
            {t('customs.against')}
          </Note>
        )}
        {it.port !== hallId && <Note icon="place">{t('customs.elsewhere', { port: it.portName })}</Note>}
        <Button id="verify" disabled={!it.open} onPress={() => start('verified')}>
          {t('customs.verify')}
        </Button>
        <Button id="refuse" kind="danger" onPress={() => start('refused')}>
          {t('customs.refuse')}
        </Button>
      </Column>
      <ConfirmSheet
        id="verify-sheet"
        open={asking === 'verified'}
        title={t('customs.verifyTitle')}
        confirm={t('customs.verify')}
        keep={t('cancel')}
        danger={false}
        busy={confirm.busy}
        onConfirm={() => void send({ formId: it.id, hallId, outcome: 'verified', reasons: [] })}
        onClose={() => setAsking(undefined)}
      >
        <Words>{t('customs.verifyLead')}</Words>
        {confirm.error && (
          <Note tone="danger" icon="warn">
            <Words live>{confirm.error.message}</Words>
          </Note>
        )}
      </ConfirmSheet>
      {asking === 'refused' && (
        <RefuseSheet
          by="customs"
          busy={confirm.busy}
          error={confirm.error}
          onYes={(refusal) => void send({ formId: it.id, hallId, outcome: 'refused', ...refusal })}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Card>
  )
}

const Desk = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const [code, setCode] = useState<string>()
  const [done, setDone] = useState<Done>()
  const look = useCallback(() => api.refunds.customsLook({ hallId, code: code ?? '' }), [hallId, code])
  const next = (): void => {
    setCode(undefined)
    setDone(undefined)
  }
  if (code === undefined) return <CodeAsk onCode={setCode} />
  return (
    <Found look={look} onAnother={next}>
      {(it, again) => (
        <>
          {done && <DeskDone>{t(done === 'verified' ? 'customs.verified' : 'customs.refusedDone')}</DeskDone>}
          <DeskHead it={it} />
          {!done && (
            <Decide
              it={it}
              hallId={hallId}
              onDone={(what) => {
                setDone(what)
                again()
              }}
            />
          )}
          <DeskDetails it={it} />
        </>
      )}
    </Found>
  )
}

export default function CustomsPage() {
  const t = useText(texts)
  return (
    <DeskFrame id="customs" title={t('customs.title')} lead={t('customs.lead')} duty="customs">
      {(hallId) => <Desk key={hallId} hallId={hallId} />}
    </DeskFrame>
  )
}
