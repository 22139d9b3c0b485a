import { briefingKind } from '../briefings/briefing.bundle.js';
import { partnershipKind } from '../partnerships/partnership.bundle.js';
import type { BundleKind } from '../platform/bundle/bundle-kind.js';
import { agencyKind } from '../recommendations/agency.bundle.js';
import { resourceKind } from '../resources/resource.bundle.js';
import { documentTextKind } from '../reviews/document-text.bundle.js';
import { themeKind } from '../themes/theme.bundle.js';
import { reviewKind } from './review.kind.js';

/** Every kind of record that a bundle may bring, in the order in which they settle and are written. */
const KINDS = [
  partnershipKind,
  themeKind,
  agencyKind,
  reviewKind,
  briefingKind,
  resourceKind,
  documentTextKind,
] as const;

export type RecordKind = (typeof KINDS)[number]['name'];
export type AnyKind = BundleKind<RecordKind, object>;

export const BUNDLE_KINDS: readonly AnyKind[] = KINDS;
export const RECORD_KINDS: RecordKind[] = KINDS.map(({ name }) => name);

/** The kind of this name; undefined where there is none. */
export const kindOf = (name: unknown): AnyKind | undefined => BUNDLE_KINDS.find((kind) => kind.name === name);
