/** The result: what it is, how it stands, what can be done next, and everything that was looked at. */
import { useSignedIn } from '../../../../client/use-signed-in'
import { useText } from '../../../../messages'
import { Button, Card, Column, Words } from '../../../../ui'
import { Findings } from '../../../../ui/findings'
import { texts } from '../../messages'
import type { LookedInvoice } from '../../model/looked'
import { CheckCard } from './check-card'
import { FactsCard } from './facts-card'
import { KeepCard } from './keep-card'
import { OfflineLine } from './offline-line'
import { useKnown } from './use-known'

const AllFindings = ({ looked }: { readonly looked: LookedInvoice }) => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('findings')}
        </Words>
        <Words as="s">{t('findings.lead')}</Words>
        <Findings id="findings" findings={looked.findings} />
      </Column>
    </Card>
  )
}

export const SeenInvoice = ({
  looked,
  onEdit,
  onScan,
}: {
  readonly looked: LookedInvoice
  readonly onEdit: () => void
  readonly onScan: () => void
}) => {
  const t = useText(texts)
  const { entry, facts, worst, pdf, photo, source } = looked
  const signedIn = useSignedIn()
  const sound = facts !== undefined && worst !== 'fail'
  const { known, failure, set } = useKnown(sound ? facts : undefined)
  return (
    <>
      <FactsCard entry={entry} sellerName={pdf?.sellerName}>
        <OfflineLine looked={looked} />
        <Button id="edit" kind="text" icon="edit" onPress={onEdit}>
          {t(sound ? 'edit' : 'edit.wrong')}
        </Button>
      </FactsCard>
      {sound && (
        <>
          <CheckCard facts={facts} known={known} onKnown={set} onEdit={onEdit} waiting={!known && !failure} />
          {signedIn && (
            <KeepCard facts={facts} known={known} source={source} pdf={pdf} photo={photo} onScan={onScan} />
          )}
        </>
      )}
      <AllFindings looked={looked} />
    </>
  )
}
