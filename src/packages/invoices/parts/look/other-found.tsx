/** What was scanned is no invoice: told as what it is, with the way on. */
import { say } from '../../../../../functions/core/pure/text'
import { otherWords, type OtherCode } from '../../../../../functions/invoices/data/scanned'
import { useLanguage, useText } from '../../../../messages'
import { Badge, Button, Card, Column, Words } from '../../../../ui'
import { ExternalLink } from '../../../../ui/external-link'
import { texts } from '../../messages'
import { EMPTY } from '../../model/entry'
import type { InvoiceEntry } from '../../../../../functions/invoices/rules/invoice'

/** Only the tax authority's own pages are led to; a code of another kind may lead anywhere. */
const OFFICIAL: readonly OtherCode[] = ['blockchainInvoice', 'taxOffice']

export const OtherFound = ({
  other,
  text,
  onScan,
  onType,
}: {
  readonly other: OtherCode
  readonly text: string
  readonly onScan: () => void
  readonly onType: (begin: InvoiceEntry) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const begin = other === 'invoiceNumber' ? { ...EMPTY, number: text } : EMPTY
  return (
    <Card id={`other-${other}`}>
      <Column gap={12}>
        <Badge icon={other === 'payment' ? 'warn' : 'qr'} tone={other === 'payment' ? 'warn' : 'quiet'} />
        <Words as="h" level={2} live>
          {say(otherWords[other], language)}
        </Words>
        {OFFICIAL.includes(other) && (
          <ExternalLink id="other-open" url={text} ghost>
            {t('other.open')}
          </ExternalLink>
        )}
        <Button
          id="other-type"
          kind={other === 'invoiceNumber' ? 'primary' : 'ghost'}
          icon="edit"
          onPress={() => onType(begin)}
        >
          {t('type')}
        </Button>
        <Button
          id="other-scan"
          kind={other === 'invoiceNumber' ? 'ghost' : 'primary'}
          icon="qr"
          onPress={onScan}
        >
          {t('scan.again')}
        </Button>
      </Column>
    </Card>
  )
}
