/** The few things that other functions, and an operator's commands, may call. */
export { collections } from './collections'
export { recordArrears, recordPayments, type ArrearsRow, type PaymentRow } from './work/payments'
