import { ListAgencies1764710000000 } from '../migrations/1764710000000-list-agencies.js';
import { EndLinksOfDeputies1764675000000 } from '../migrations/1764675000000-end-links-of-deputies.js';
import { TellOtherSites1764730000000 } from '../migrations/1764730000000-tell-other-sites.js';
import { HoldStates1764735000000 } from '../migrations/1764735000000-hold-states.js';
import { SettleLargeImports1764736000000 } from '../migrations/1764736000000-settle-large-imports.js';
import { ReadChangesInTheirOrder1764790000000 } from '../migrations/1764790000000-read-changes-in-their-order.js';
import { SettleLargeChanges1764795000000 } from '../migrations/1764795000000-settle-large-changes.js';
import { FindWhatLeft1764796000000 } from '../migrations/1764796000000-find-what-left.js';
import { FollowThemesAbove1764780000000 } from '../migrations/1764780000000-follow-themes-above.js';
import { HoldStatesLonger1764760000000 } from '../migrations/1764760000000-hold-states-longer.js';
import { KeepFormerPublishers1764750000000 } from '../migrations/1764750000000-keep-former-publishers.js';
import { LogChanges1764700000000 } from '../migrations/1764700000000-log-changes.js';
import { RemindPeople1764670000000 } from '../migrations/1764670000000-remind-people.js';
import { OfferCalendars1764635000000 } from '../migrations/1764635000000-offer-calendars.js';
import { AskForUpdates1764660000000 } from '../migrations/1764660000000-ask-for-updates.js';
import { RecordUses1764640000000 } from '../migrations/1764640000000-record-uses.js';
import { KeepSnapshots1764610000000 } from '../migrations/1764610000000-keep-snapshots.js';
import { MoveAuditHeadsOnce1764600000000 } from '../migrations/1764600000000-move-audit-heads-once.js';
import { BringInSpreadsheets1764590000000 } from '../migrations/1764590000000-bring-in-spreadsheets.js';
import { FollowRecommendations1764580000000 } from '../migrations/1764580000000-follow-recommendations.js';
import { CreateLibrary1764000000000 } from '../migrations/1764000000000-create-library.js';
import { CreateSearch1764000100000 } from '../migrations/1764000100000-create-search.js';
import { CarryPhrases1764200300000 } from '../migrations/1764200300000-carry-phrases.js';
import { CountThemeUses1764000300000 } from '../migrations/1764000300000-count-theme-uses.js';
import { NoteContentChanges1764000500000 } from '../migrations/1764000500000-note-content-changes.js';
import { ShowPublicViews1764200000000 } from '../migrations/1764200000000-show-public-views.js';
import { SayOnlyWhatIsKnown1764000600000 } from '../migrations/1764000600000-say-only-what-is-known.js';
import { KeepTombstones1764200100000 } from '../migrations/1764200100000-keep-tombstones.js';
import { DropTrigrams1764200200000 } from '../migrations/1764200200000-drop-trigrams.js';
import { DropDocumentThemes1764300100000 } from '../migrations/1764300100000-drop-document-themes.js';
import { MarkSummaries1764300000000 } from '../migrations/1764300000000-mark-summaries.js';
import { AddressRecommendations1764410000000 } from '../migrations/1764410000000-address-recommendations.js';
import { KeepAuditLog1764500000000 } from '../migrations/1764500000000-keep-audit-log.js';
import { KeepAccounts1764510000000 } from '../migrations/1764510000000-keep-accounts.js';
import { KeepProviders1764520000000 } from '../migrations/1764520000000-keep-providers.js';
import { KeepKeys1764530000000 } from '../migrations/1764530000000-keep-keys.js';
import { GiveKeysRoles1764576000000 } from '../migrations/1764576000000-give-keys-roles.js';
import { KeepSetup1764570000000 } from '../migrations/1764570000000-keep-setup.js';
import { SetClock1764575000000 } from '../migrations/1764575000000-set-clock.js';
import { SendMail1764540000000 } from '../migrations/1764540000000-send-mail.js';
import { ReleaseLines1764650000000 } from '../migrations/1764650000000-release-lines.js';
import { CarryThemes1764545000000 } from '../migrations/1764545000000-carry-themes.js';
import { ProveSignIns1764550000000 } from '../migrations/1764550000000-prove-sign-ins.js';
import { SendSignInLinks1764560000000 } from '../migrations/1764560000000-send-sign-in-links.js';
import { SearchByStems1764000400000 } from '../migrations/1764000400000-search-by-stems.js';
import { KeepIdentity1764000900000 } from '../migrations/1764000900000-keep-identity.js';

/** Every migration, oldest first. Listed rather than found, so that the build and the tests load the same ones. */
export const migrations = [
  CreateLibrary1764000000000,
  CreateSearch1764000100000,
  CountThemeUses1764000300000,
  SearchByStems1764000400000,
  NoteContentChanges1764000500000,
  SayOnlyWhatIsKnown1764000600000,
  KeepIdentity1764000900000,
  ShowPublicViews1764200000000,
  KeepTombstones1764200100000,
  DropTrigrams1764200200000,
  CarryPhrases1764200300000,
  MarkSummaries1764300000000,
  DropDocumentThemes1764300100000,
  AddressRecommendations1764410000000,
  KeepAuditLog1764500000000,
  KeepAccounts1764510000000,
  KeepProviders1764520000000,
  KeepKeys1764530000000,
  SendMail1764540000000,
  CarryThemes1764545000000,
  ProveSignIns1764550000000,
  SendSignInLinks1764560000000,
  KeepSetup1764570000000,
  SetClock1764575000000,
  GiveKeysRoles1764576000000,
  FollowRecommendations1764580000000,
  BringInSpreadsheets1764590000000,
  MoveAuditHeadsOnce1764600000000,
  KeepSnapshots1764610000000,
  OfferCalendars1764635000000,
  RecordUses1764640000000,
  ReleaseLines1764650000000,
  AskForUpdates1764660000000,
  RemindPeople1764670000000,
  EndLinksOfDeputies1764675000000,
  LogChanges1764700000000,
  ListAgencies1764710000000,
  TellOtherSites1764730000000,
  HoldStates1764735000000,
  SettleLargeImports1764736000000,
  KeepFormerPublishers1764750000000,
  HoldStatesLonger1764760000000,
  FollowThemesAbove1764780000000,
  ReadChangesInTheirOrder1764790000000,
  SettleLargeChanges1764795000000,
  FindWhatLeft1764796000000,
];
