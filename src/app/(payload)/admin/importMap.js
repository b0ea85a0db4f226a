import { AgeCell as AgeCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { CustomerCell as CustomerCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { PaymentCell as PaymentCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { FulfilmentCell as FulfilmentCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { PairsCell as PairsCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { TotalCell as TotalCell_3d19b9dc1ac191a6a31410eb64479e69 } from '../../../../src/admin/orders/order-cells'
import { OrderFilters as OrderFilters_4d647f623c719130898b6a9c451f4b36 } from '../../../../src/admin/orders/order-filters'
import { OrderView as OrderView_e9cd0ad43f4609126f0a94260301f8b0 } from '../../../../src/admin/orders/order-view'
import { MethodCell as MethodCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { SaidCell as SaidCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { MoneyStateCell as MoneyStateCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { AmountCell as AmountCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { ReturnCell as ReturnCell_7cf68f162822e2182149f431549cefcc } from '../../../../src/admin/returns/return-cells'
import { ResolutionCell as ResolutionCell_7cf68f162822e2182149f431549cefcc } from '../../../../src/admin/returns/return-cells'
import { ReturnFilters as ReturnFilters_5f937d21433b5ad522091bbb6af2e750 } from '../../../../src/admin/returns/return-filters'
import { ReturnView as ReturnView_ded152ac60599cc977a75e6f796bddba } from '../../../../src/admin/returns/return-view'
import { RefundKindCell as RefundKindCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { RefundStateCell as RefundStateCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { InvoiceKindCell as InvoiceKindCell_83986123a2dfd44e33123c52527bf26c } from '../../../../src/admin/papers/paper-cells'
import { InvoiceView as InvoiceView_cfaf82e12eccc513271470329ea4c76f } from '../../../../src/admin/papers/invoice-view'
import { PictureCell as PictureCell_d76be8098733f04fb0d1a09ddd4b8536 } from '../../../../src/admin/products/product-cells'
import { ColourCell as ColourCell_d76be8098733f04fb0d1a09ddd4b8536 } from '../../../../src/admin/products/product-cells'
import { PriceCell as PriceCell_e27bf7b8cc50640dcdd584767b8eac3c } from '@payloadcms/plugin-ecommerce/client'
import { PriceInput as PriceInput_b91672ccd6e8b071c11142ab941fedfb } from '@payloadcms/plugin-ecommerce/rsc'
import { PriceCell as PriceCell_d76be8098733f04fb0d1a09ddd4b8536 } from '../../../../src/admin/products/product-cells'
import { FreePairsCell as FreePairsCell_d76be8098733f04fb0d1a09ddd4b8536 } from '../../../../src/admin/products/product-cells'
import { TurnPreview as TurnPreview_fe753cd939203a3f6e455316670002d9 } from '../../../../src/admin/products/turn-preview.client'
import { ProductGaps as ProductGaps_c62b38b6f1eecd36f219919c78dcb2c2 } from '../../../../src/admin/products/gaps'
import { GapsCell as GapsCell_c62b38b6f1eecd36f219919c78dcb2c2 } from '../../../../src/admin/products/gaps'
import { ChoiceCell as ChoiceCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { ChoiceField as ChoiceField_47e7963aa57ead93dab707938eff1624 } from '../../../../src/admin/choice.client'
import { ProductDraw as ProductDraw_c7c762091661f64f9cba6a749680e3fe } from '../../../../src/admin/products/draw'
import { SizeGrid as SizeGrid_abe1a3d84ebc4c454fbc5a8be4527c62 } from '../../../../src/admin/products/size-grid'
import { VariantOptions as VariantOptions_28bda94a5ef46e6583cdaf66e98757c9 } from '../../../../src/admin/products/variant-options'
import { CountryField as CountryField_47e7963aa57ead93dab707938eff1624 } from '../../../../src/admin/choice.client'
import { TopSearches as TopSearches_ff7c5a1c903f90a51ee2dd101234301a } from '../../../../src/admin/search/top-searches'
import { StateCell as StateCell_89b82a3773127db84a54ad4e0e7de7c8 } from '../../../../src/admin/campaigns/campaign-cells'
import { ReductionCell as ReductionCell_89b82a3773127db84a54ad4e0e7de7c8 } from '../../../../src/admin/campaigns/campaign-cells'
import { CampaignPreview as CampaignPreview_980ae01bb35215f7ff8abb096050ffdb } from '../../../../src/admin/campaigns/campaign-preview.client'
import { PairCell as PairCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { FigureCell as FigureCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { FreeCell as FreeCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { AdjustCell as AdjustCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { StockFilters as StockFilters_3da21f0c8a4a1fb6d6e05f984dc44530 } from '../../../../src/admin/stock/stock-filters'
import { StockLevelView as StockLevelView_18c64a6cdaaf61799cdc4e43e9abad15 } from '../../../../src/admin/stock/stock-level-view'
import { SignedCell as SignedCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { KindCell as KindCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { DocumentCell as DocumentCell_d345a86db0329068434b6fb18b5f0a5f } from '../../../../src/admin/stock/stock-cells'
import { MovementFilters as MovementFilters_3da21f0c8a4a1fb6d6e05f984dc44530 } from '../../../../src/admin/stock/stock-filters'
import { AlertStateCell as AlertStateCell_39dbe66757abd03d3ea5b7901b178624 } from '../../../../src/admin/stock/hold-cells'
import { HeldUntilCell as HeldUntilCell_39dbe66757abd03d3ea5b7901b178624 } from '../../../../src/admin/stock/hold-cells'
import { HoldCell as HoldCell_39dbe66757abd03d3ea5b7901b178624 } from '../../../../src/admin/stock/hold-cells'
import { EntryStateCell as EntryStateCell_6601b9bdd575160e494e1504fd6b4e0c } from '../../../../src/admin/stock/draw-cells'
import { PromotionPanel as PromotionPanel_c3a758adbab2a79f3dca30a49c2ee8b8 } from '../../../../src/admin/promotions/promotion-panel'
import { StatusCell as StatusCell_d58a1c6399c02fd14f68054912290bae } from '../../../../src/admin/reviews/review-cells'
import { StarsCell as StarsCell_d58a1c6399c02fd14f68054912290bae } from '../../../../src/admin/reviews/review-cells'
import { ReviewFilters as ReviewFilters_fd1a79199bc943bf073e1a37a7b339b7 } from '../../../../src/admin/reviews/review-filters'
import { ReviewView as ReviewView_330961e48e28d3913e0bb91e61d819d5 } from '../../../../src/admin/reviews/review-view'
import { CustomerCredit as CustomerCredit_4ce0bc3a0703521db81cb02aa3bdab3c } from '../../../../src/admin/credits/customer-credit'
import { CustomerPrivacy as CustomerPrivacy_69a2b7f2992616aaa4da3c2efd94ec65 } from '../../../../src/admin/customers/customer-privacy'
import { NameCell as NameCell_f917472bd57606cc1cd6b89821e42c89 } from '../../../../src/admin/credits/credit-cells'
import { CreditStateCell as CreditStateCell_f917472bd57606cc1cd6b89821e42c89 } from '../../../../src/admin/credits/credit-cells'
import { WhoseCell as WhoseCell_f917472bd57606cc1cd6b89821e42c89 } from '../../../../src/admin/credits/credit-cells'
import { CreditFilters as CreditFilters_8e1b1c82f0add27e92b8bbbbb97c8215 } from '../../../../src/admin/credits/credit-filters'
import { CreditView as CreditView_9d94270a20789957528c66f35f8ef3d5 } from '../../../../src/admin/credits/credit-view'
import { EntryKindCell as EntryKindCell_f917472bd57606cc1cd6b89821e42c89 } from '../../../../src/admin/credits/credit-cells'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { RelationshipFeatureClient as RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistFeatureClient as ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineCodeFeatureClient as InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StrikethroughFeatureClient as StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnderlineFeatureClient as UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WordingPreview as WordingPreview_6476e32038ad31cf9eb70f3e057dc942 } from '../../../../src/admin/mail/wording-preview.client'
import { MailGallery as MailGallery_5209f06a8ac1930134286ba21270bc8b } from '../../../../src/admin/mail/mail-gallery'
import { SecondFactorPanel as SecondFactorPanel_a1c91855a6da7fdc1d9d5b5025970477 } from '../../../../src/admin/sign-in/second-factor-panel'
import { SecondFactorCell as SecondFactorCell_b1b345941b83d2a5807693eaa21c562d } from '../../../../src/admin/sign-in/staff-cells'
import { PartsCell as PartsCell_e31fddcce6182cd87a0920d17d16f939 } from '../../../../src/admin/shipping/shipping-cells'
import { WaysCell as WaysCell_e31fddcce6182cd87a0920d17d16f939 } from '../../../../src/admin/shipping/shipping-cells'
import { CountriesCell as CountriesCell_e31fddcce6182cd87a0920d17d16f939 } from '../../../../src/admin/shipping/shipping-cells'
import { DeliveryTest as DeliveryTest_6fe3a518d17e5b29dfb8cdeb235a9308 } from '../../../../src/admin/shipping/delivery-test.client'
import { YesCell as YesCell_8a68ceb6b02b9b71a849f1ed34bbce29 } from '../../../../src/admin/list-cells'
import { PricesCell as PricesCell_e31fddcce6182cd87a0920d17d16f939 } from '../../../../src/admin/shipping/shipping-cells'
import { BandsField as BandsField_b425e09f51a09a9415f55fc918542cae } from '../../../../src/admin/shipping/bands.client'
import { RateCell as RateCell_545698eca5ed18c1130674ed59c67f92 } from '../../../../src/admin/tax/tax-cells'
import { PercentField as PercentField_4b50e86744b4293e0a872c272818c49b } from '../../../../src/admin/tax/percent.client'
import { TemplateCell as TemplateCell_ab401e082bf76806e0f2fe6315589e9e } from '../../../../src/admin/mail/mail-cells'
import { MailStateCell as MailStateCell_ab401e082bf76806e0f2fe6315589e9e } from '../../../../src/admin/mail/mail-cells'
import { SubjectCell as SubjectCell_ab401e082bf76806e0f2fe6315589e9e } from '../../../../src/admin/mail/mail-cells'
import { MailFilters as MailFilters_55482ede5dd019ec3b159c274401f769 } from '../../../../src/admin/mail/mail-filters'
import { MailView as MailView_166c110995ea046af3b5496048825d08 } from '../../../../src/admin/mail/mail-view'
import { WhatCell as WhatCell_d7cafce1b3b6b2ab123202125ef9e056 } from '../../../../src/admin/audit/audit-cells'
import { AuditView as AuditView_d7c6a53f986f321b9a8b0071f299b1fe } from '../../../../src/admin/audit/audit-view'
import { Mark as Mark_ec04b651252796bdf19e0bd6da8fde7b } from '../../../../src/admin/marks'
import { Wordmark as Wordmark_ec04b651252796bdf19e0bd6da8fde7b } from '../../../../src/admin/marks'
import { GoogleDoor as GoogleDoor_e9eb2328b4077cf3ecebaf5f6f81218f } from '../../../../src/admin/sign-in/google-door'
import { OperationsLink as OperationsLink_0de0de9f88c7f384808c82f70b37c212 } from '../../../../src/admin/operations/nav-link'
import { LedOn as LedOn_ffe1b4d98742c42ca078f053fa17b1f5 } from '../../../../src/admin/sign-in/led-on'
import { FormAnswers as FormAnswers_75034483ebbe47c1a163caf00910a9e0 } from '../../../../src/admin/form-answers.client'
import { SecondStepView as SecondStepView_ae5c64f338f205c7f75e88a330594ee2 } from '../../../../src/admin/sign-in/second-step-view'
import { SecondFactorView as SecondFactorView_4d5a026d52ebda367cbfed1111acc953 } from '../../../../src/admin/sign-in/second-factor-view'
import { UnauthorizedView as UnauthorizedView_13f677b910fb26000ca3243064177e44 } from '../../../../src/admin/sign-in/unauthorized-view'
import { OperationsView as OperationsView_008a8994ed3c67449a5e86812a67ef6a } from '../../../../src/admin/operations/operations-view'
import { TodayWidget as TodayWidget_9ab386735eb1be1fede0cc0410ae9533 } from '../../../../src/admin/dashboard/today'
import { WorkWidget as WorkWidget_8937c2a19dd5e29423efe1576df8c98f } from '../../../../src/admin/dashboard/work'
import { LastOrdersWidget as LastOrdersWidget_001827fb5aa033dde42379d91884ae79 } from '../../../../src/admin/dashboard/last-orders'
import { UnsentMailWidget as UnsentMailWidget_d6ae8e41bce230b2094e5124c0ba5e83 } from '../../../../src/admin/dashboard/unsent-mail'
import { LowStockWidget as LowStockWidget_08ccae795a0a15ed3ecdc2abc1b33a5d } from '../../../../src/admin/dashboard/low-stock'
import { MissingPhotosWidget as MissingPhotosWidget_9a30a5b9c2c6c6df911ede87d81c6781 } from '../../../../src/admin/dashboard/missing-photos'
import { BackupsWidget as BackupsWidget_d3af2dab541ad65a61eeee99ea336ef3 } from '../../../../src/admin/dashboard/backups'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/src/admin/orders/order-cells#AgeCell": AgeCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-cells#CustomerCell": CustomerCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-cells#PaymentCell": PaymentCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-cells#FulfilmentCell": FulfilmentCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-cells#PairsCell": PairsCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-cells#TotalCell": TotalCell_3d19b9dc1ac191a6a31410eb64479e69,
  "/src/admin/orders/order-filters#OrderFilters": OrderFilters_4d647f623c719130898b6a9c451f4b36,
  "/src/admin/orders/order-view#OrderView": OrderView_e9cd0ad43f4609126f0a94260301f8b0,
  "/src/admin/list-cells#MethodCell": MethodCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/list-cells#SaidCell": SaidCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/list-cells#MoneyStateCell": MoneyStateCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/list-cells#AmountCell": AmountCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/returns/return-cells#ReturnCell": ReturnCell_7cf68f162822e2182149f431549cefcc,
  "/src/admin/returns/return-cells#ResolutionCell": ResolutionCell_7cf68f162822e2182149f431549cefcc,
  "/src/admin/returns/return-filters#ReturnFilters": ReturnFilters_5f937d21433b5ad522091bbb6af2e750,
  "/src/admin/returns/return-view#ReturnView": ReturnView_ded152ac60599cc977a75e6f796bddba,
  "/src/admin/list-cells#RefundKindCell": RefundKindCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/list-cells#RefundStateCell": RefundStateCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/papers/paper-cells#InvoiceKindCell": InvoiceKindCell_83986123a2dfd44e33123c52527bf26c,
  "/src/admin/papers/invoice-view#InvoiceView": InvoiceView_cfaf82e12eccc513271470329ea4c76f,
  "/src/admin/products/product-cells#PictureCell": PictureCell_d76be8098733f04fb0d1a09ddd4b8536,
  "/src/admin/products/product-cells#ColourCell": ColourCell_d76be8098733f04fb0d1a09ddd4b8536,
  "@payloadcms/plugin-ecommerce/client#PriceCell": PriceCell_e27bf7b8cc50640dcdd584767b8eac3c,
  "@payloadcms/plugin-ecommerce/rsc#PriceInput": PriceInput_b91672ccd6e8b071c11142ab941fedfb,
  "/src/admin/products/product-cells#PriceCell": PriceCell_d76be8098733f04fb0d1a09ddd4b8536,
  "/src/admin/products/product-cells#FreePairsCell": FreePairsCell_d76be8098733f04fb0d1a09ddd4b8536,
  "/src/admin/products/turn-preview.client#TurnPreview": TurnPreview_fe753cd939203a3f6e455316670002d9,
  "/src/admin/products/gaps#ProductGaps": ProductGaps_c62b38b6f1eecd36f219919c78dcb2c2,
  "/src/admin/products/gaps#GapsCell": GapsCell_c62b38b6f1eecd36f219919c78dcb2c2,
  "/src/admin/list-cells#ChoiceCell": ChoiceCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/choice.client#ChoiceField": ChoiceField_47e7963aa57ead93dab707938eff1624,
  "/src/admin/products/draw#ProductDraw": ProductDraw_c7c762091661f64f9cba6a749680e3fe,
  "/src/admin/products/size-grid#SizeGrid": SizeGrid_abe1a3d84ebc4c454fbc5a8be4527c62,
  "/src/admin/products/variant-options#VariantOptions": VariantOptions_28bda94a5ef46e6583cdaf66e98757c9,
  "/src/admin/choice.client#CountryField": CountryField_47e7963aa57ead93dab707938eff1624,
  "/src/admin/search/top-searches#TopSearches": TopSearches_ff7c5a1c903f90a51ee2dd101234301a,
  "/src/admin/campaigns/campaign-cells#StateCell": StateCell_89b82a3773127db84a54ad4e0e7de7c8,
  "/src/admin/campaigns/campaign-cells#ReductionCell": ReductionCell_89b82a3773127db84a54ad4e0e7de7c8,
  "/src/admin/campaigns/campaign-preview.client#CampaignPreview": CampaignPreview_980ae01bb35215f7ff8abb096050ffdb,
  "/src/admin/stock/stock-cells#PairCell": PairCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-cells#FigureCell": FigureCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-cells#FreeCell": FreeCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-cells#AdjustCell": AdjustCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-filters#StockFilters": StockFilters_3da21f0c8a4a1fb6d6e05f984dc44530,
  "/src/admin/stock/stock-level-view#StockLevelView": StockLevelView_18c64a6cdaaf61799cdc4e43e9abad15,
  "/src/admin/stock/stock-cells#SignedCell": SignedCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-cells#KindCell": KindCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-cells#DocumentCell": DocumentCell_d345a86db0329068434b6fb18b5f0a5f,
  "/src/admin/stock/stock-filters#MovementFilters": MovementFilters_3da21f0c8a4a1fb6d6e05f984dc44530,
  "/src/admin/stock/hold-cells#AlertStateCell": AlertStateCell_39dbe66757abd03d3ea5b7901b178624,
  "/src/admin/stock/hold-cells#HeldUntilCell": HeldUntilCell_39dbe66757abd03d3ea5b7901b178624,
  "/src/admin/stock/hold-cells#HoldCell": HoldCell_39dbe66757abd03d3ea5b7901b178624,
  "/src/admin/stock/draw-cells#EntryStateCell": EntryStateCell_6601b9bdd575160e494e1504fd6b4e0c,
  "/src/admin/promotions/promotion-panel#PromotionPanel": PromotionPanel_c3a758adbab2a79f3dca30a49c2ee8b8,
  "/src/admin/reviews/review-cells#StatusCell": StatusCell_d58a1c6399c02fd14f68054912290bae,
  "/src/admin/reviews/review-cells#StarsCell": StarsCell_d58a1c6399c02fd14f68054912290bae,
  "/src/admin/reviews/review-filters#ReviewFilters": ReviewFilters_fd1a79199bc943bf073e1a37a7b339b7,
  "/src/admin/reviews/review-view#ReviewView": ReviewView_330961e48e28d3913e0bb91e61d819d5,
  "/src/admin/credits/customer-credit#CustomerCredit": CustomerCredit_4ce0bc3a0703521db81cb02aa3bdab3c,
  "/src/admin/customers/customer-privacy#CustomerPrivacy": CustomerPrivacy_69a2b7f2992616aaa4da3c2efd94ec65,
  "/src/admin/credits/credit-cells#NameCell": NameCell_f917472bd57606cc1cd6b89821e42c89,
  "/src/admin/credits/credit-cells#CreditStateCell": CreditStateCell_f917472bd57606cc1cd6b89821e42c89,
  "/src/admin/credits/credit-cells#WhoseCell": WhoseCell_f917472bd57606cc1cd6b89821e42c89,
  "/src/admin/credits/credit-filters#CreditFilters": CreditFilters_8e1b1c82f0add27e92b8bbbbb97c8215,
  "/src/admin/credits/credit-view#CreditView": CreditView_9d94270a20789957528c66f35f8ef3d5,
  "/src/admin/credits/credit-cells#EntryKindCell": EntryKindCell_f917472bd57606cc1cd6b89821e42c89,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#RelationshipFeatureClient": RelationshipFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ChecklistFeatureClient": ChecklistFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineCodeFeatureClient": InlineCodeFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#StrikethroughFeatureClient": StrikethroughFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnderlineFeatureClient": UnderlineFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/src/admin/mail/wording-preview.client#WordingPreview": WordingPreview_6476e32038ad31cf9eb70f3e057dc942,
  "/src/admin/mail/mail-gallery#MailGallery": MailGallery_5209f06a8ac1930134286ba21270bc8b,
  "/src/admin/sign-in/second-factor-panel#SecondFactorPanel": SecondFactorPanel_a1c91855a6da7fdc1d9d5b5025970477,
  "/src/admin/sign-in/staff-cells#SecondFactorCell": SecondFactorCell_b1b345941b83d2a5807693eaa21c562d,
  "/src/admin/shipping/shipping-cells#PartsCell": PartsCell_e31fddcce6182cd87a0920d17d16f939,
  "/src/admin/shipping/shipping-cells#WaysCell": WaysCell_e31fddcce6182cd87a0920d17d16f939,
  "/src/admin/shipping/shipping-cells#CountriesCell": CountriesCell_e31fddcce6182cd87a0920d17d16f939,
  "/src/admin/shipping/delivery-test.client#DeliveryTest": DeliveryTest_6fe3a518d17e5b29dfb8cdeb235a9308,
  "/src/admin/list-cells#YesCell": YesCell_8a68ceb6b02b9b71a849f1ed34bbce29,
  "/src/admin/shipping/shipping-cells#PricesCell": PricesCell_e31fddcce6182cd87a0920d17d16f939,
  "/src/admin/shipping/bands.client#BandsField": BandsField_b425e09f51a09a9415f55fc918542cae,
  "/src/admin/tax/tax-cells#RateCell": RateCell_545698eca5ed18c1130674ed59c67f92,
  "/src/admin/tax/percent.client#PercentField": PercentField_4b50e86744b4293e0a872c272818c49b,
  "/src/admin/mail/mail-cells#TemplateCell": TemplateCell_ab401e082bf76806e0f2fe6315589e9e,
  "/src/admin/mail/mail-cells#MailStateCell": MailStateCell_ab401e082bf76806e0f2fe6315589e9e,
  "/src/admin/mail/mail-cells#SubjectCell": SubjectCell_ab401e082bf76806e0f2fe6315589e9e,
  "/src/admin/mail/mail-filters#MailFilters": MailFilters_55482ede5dd019ec3b159c274401f769,
  "/src/admin/mail/mail-view#MailView": MailView_166c110995ea046af3b5496048825d08,
  "/src/admin/audit/audit-cells#WhatCell": WhatCell_d7cafce1b3b6b2ab123202125ef9e056,
  "/src/admin/audit/audit-view#AuditView": AuditView_d7c6a53f986f321b9a8b0071f299b1fe,
  "/src/admin/marks#Mark": Mark_ec04b651252796bdf19e0bd6da8fde7b,
  "/src/admin/marks#Wordmark": Wordmark_ec04b651252796bdf19e0bd6da8fde7b,
  "/src/admin/sign-in/google-door#GoogleDoor": GoogleDoor_e9eb2328b4077cf3ecebaf5f6f81218f,
  "/src/admin/operations/nav-link#OperationsLink": OperationsLink_0de0de9f88c7f384808c82f70b37c212,
  "/src/admin/sign-in/led-on#LedOn": LedOn_ffe1b4d98742c42ca078f053fa17b1f5,
  "/src/admin/form-answers.client#FormAnswers": FormAnswers_75034483ebbe47c1a163caf00910a9e0,
  "/src/admin/sign-in/second-step-view#SecondStepView": SecondStepView_ae5c64f338f205c7f75e88a330594ee2,
  "/src/admin/sign-in/second-factor-view#SecondFactorView": SecondFactorView_4d5a026d52ebda367cbfed1111acc953,
  "/src/admin/sign-in/unauthorized-view#UnauthorizedView": UnauthorizedView_13f677b910fb26000ca3243064177e44,
  "/src/admin/operations/operations-view#OperationsView": OperationsView_008a8994ed3c67449a5e86812a67ef6a,
  "/src/admin/dashboard/today#TodayWidget": TodayWidget_9ab386735eb1be1fede0cc0410ae9533,
  "/src/admin/dashboard/work#WorkWidget": WorkWidget_8937c2a19dd5e29423efe1576df8c98f,
  "/src/admin/dashboard/last-orders#LastOrdersWidget": LastOrdersWidget_001827fb5aa033dde42379d91884ae79,
  "/src/admin/dashboard/unsent-mail#UnsentMailWidget": UnsentMailWidget_d6ae8e41bce230b2094e5124c0ba5e83,
  "/src/admin/dashboard/low-stock#LowStockWidget": LowStockWidget_08ccae795a0a15ed3ecdc2abc1b33a5d,
  "/src/admin/dashboard/missing-photos#MissingPhotosWidget": MissingPhotosWidget_9a30a5b9c2c6c6df911ede87d81c6781,
  "/src/admin/dashboard/backups#BackupsWidget": BackupsWidget_d3af2dab541ad65a61eeee99ea336ef3,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
