import { staffHolds } from '#domain/permissions'

/** Whether the person at this screen holds the permission. A customer never does, whatever the role field says. */
export const mayStaff = staffHolds
