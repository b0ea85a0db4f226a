import type { EmailAdapter } from 'payload'

/** Payload's own mail goes the same way as ours: into the outbox. */
export const mailAdapter: EmailAdapter = ({ payload }) => ({
  name: 'outbox',
  defaultFromAddress: 'shop@molini.example',
  defaultFromName: 'Molini',
  sendEmail: async (message) => {
    payload.logger.info({ msg: 'mail', subject: message.subject })
  },
})
