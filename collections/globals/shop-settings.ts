import type { GlobalConfig } from 'payload'
import { roles } from '#domain/permissions'
import { anyStaff, can, never } from '../access'
import { countryField, integerField } from '../fields'

export const ShopSettings: GlobalConfig = {
  slug: 'shop-settings',
  label: 'Shop settings',
  admin: { group: 'Settings' },
  access: { read: anyStaff, update: can('settings.write'), readVersions: never },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'name', type: 'text', required: true, defaultValue: 'Molini' },
        { name: 'timezone', type: 'text', required: true, defaultValue: 'Europe/Rome' },
      ],
    },
    {
      name: 'announcement',
      type: 'text',
      localized: true,
      maxLength: 160,
      admin: {
        description:
          'The line above every page. {free} becomes the amount from which delivery is free in the market; where it never is, the line is left out.',
      },
    },
    { name: 'contactEmail', type: 'email' },
    {
      name: 'staff',
      type: 'group',
      fields: [
        {
          name: 'secondFactorFor',
          type: 'select',
          hasMany: true,
          label: 'Who must sign in with a second step',
          options: roles.map((value) => ({ value, label: value.replace('-', ' ') })),
          admin: {
            description:
              'Staff of these roles give a code of their phone after the password. Whoever has not set it up yet is led to it at once, and can do nothing else until it is done.',
          },
        },
      ],
    },
    {
      name: 'legal',
      type: 'group',
      admin: {
        description:
          'Printed on invoices. Without company, address and VAT number none is issued: the law asks for them.',
      },
      fields: [
        { name: 'company', type: 'text', maxLength: 120 },
        { name: 'address', type: 'textarea', maxLength: 500 },
        {
          type: 'row',
          fields: [
            { name: 'vatNumber', type: 'text', label: 'VAT number', maxLength: 40 },
            {
              name: 'taxNumber',
              type: 'text',
              maxLength: 60,
              admin: { description: 'Steuernummer or codice fiscale.' },
            },
          ],
        },
        {
          name: 'register',
          type: 'text',
          maxLength: 200,
          admin: { description: 'Court and number of the company register, share capital.' },
        },
        {
          name: 'returnAddress',
          type: 'textarea',
          maxLength: 500,
          admin: { description: 'Where pairs are sent back to, when not to the address above.' },
        },
      ],
    },
    {
      name: 'delivery',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            countryField('country', {
              required: true,
              defaultValue: 'IT',
              admin: {
                description: 'Where the shop is at home: its holidays, and no reverse charge within it.',
              },
            }),
            {
              name: 'cutOff',
              type: 'text',
              required: true,
              defaultValue: '14:00',
              admin: { description: 'What is ordered by then leaves the same working day.' },
              validate: (value: unknown) =>
                /^([01]\d|2[0-3]):[0-5]\d$/.test(String(value)) || 'Hours and minutes, such as 14:00.',
            },
            integerField('handlingDays', {
              defaultValue: 0,
              min: 0,
              max: 30,
              label: 'Days to make ready',
              admin: { description: 'Working days before a parcel leaves; 0 leaves the same day.' },
            }),
          ],
        },
      ],
    },
    integerField('returnDays', {
      defaultValue: 14,
      min: 14,
      max: 365,
      admin: {
        description: 'Days in which a pair may be sent back, as search engines are told. The law gives 14.',
      },
    }),
    {
      name: 'privacy',
      type: 'group',
      admin: {
        description:
          'While nothing here is switched on the shop stores nothing that needs consent, and asks for none.',
      },
      fields: [
        {
          name: 'analytics',
          type: 'checkbox',
          label: 'Count visits, of those who agree',
          defaultValue: false,
          admin: {
            description: 'Visitors are then asked once. Until somebody agrees nothing is loaded or stored.',
          },
        },
        {
          name: 'script',
          type: 'text',
          maxLength: 200,
          label: 'Script that counts',
          admin: {
            description:
              'A file of the shop itself, such as /assets/count.js. It is loaded once somebody has agreed.',
            condition: (_, siblings) => Boolean((siblings as { analytics?: boolean }).analytics),
          },
          validate: (value: unknown) =>
            !value || /^\/(?!\/)[\w./-]+\.js$/.test(String(value)) || 'A path of the shop that ends in .js.',
        },
        integerField('edition', {
          defaultValue: 1,
          min: 1,
          max: 1000,
          admin: { description: 'Raise it when the words change: everybody is asked again.' },
        }),
      ],
    },
    {
      name: 'offline',
      type: 'checkbox',
      label: 'Installable, with a page for times without network',
      defaultValue: true,
      admin: {
        description:
          'A browser then keeps one small page of the shop. Switched off, browsers drop it with their next visit.',
      },
    },
    integerField('lowStockAt', {
      defaultValue: 3,
      min: 0,
      max: 1000,
      admin: { description: 'Sizes with this many pairs or fewer are listed as low.' },
    }),
    {
      name: 'payment',
      type: 'group',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'manual', type: 'checkbox', label: 'Bank transfer', defaultValue: true },
            { name: 'cashOnDelivery', type: 'checkbox', defaultValue: true },
          ],
        },
        {
          name: 'capture',
          type: 'select',
          label: 'Take the money of cards',
          defaultValue: 'automatic',
          required: true,
          options: [
            { value: 'automatic', label: 'When the order is placed' },
            { value: 'manual', label: 'Later, by the order desk' },
          ],
          admin: {
            description:
              'A card holds the money for about seven days. Methods that cannot wait take it at once.',
          },
        },
        {
          type: 'row',
          fields: [
            { name: 'accountHolder', type: 'text' },
            { name: 'iban', type: 'text' },
            { name: 'bic', type: 'text' },
            { name: 'bank', type: 'text' },
          ],
        },
      ],
    },
    {
      name: 'holds',
      type: 'group',
      label: 'How long pairs are held',
      fields: [
        {
          type: 'row',
          fields: [
            integerField('cardMinutes', { defaultValue: 30, min: 5, max: 1440 }),
            integerField('bankTransferDays', { defaultValue: 7, min: 1, max: 60 }),
          ],
        },
        integerField('waitingMinutes', {
          defaultValue: 120,
          min: 0,
          max: 1440,
          label: 'Minutes for those who waited',
          admin: {
            description:
              'A pair of a sold-out size that comes back is held so long for whoever has waited longest; 0 holds none, and they are only told.',
          },
        }),
      ],
    },
  ],
}
