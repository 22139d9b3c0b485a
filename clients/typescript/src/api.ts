// Made from openapi.json: `npm run clients` writes it anew.

export interface paths {
  '/api/v1/search': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Search by issue: what reviews taught about it, with the themes that the words name on top. */
    get: operations['Search_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/suggest': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Suggestions while somebody types: themes, reviews and briefings with words that begin so, from two characters. */
    get: operations['Suggest_suggest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/themes': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Themes of the thesaurus, without those that another theme has replaced. */
    get: operations['Themes_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/themes/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One theme: what it means, what is an emergency, what to look for, ask and do.
     * @description The guidance is written for this library: show `guidance` with it. `replacedBy` names the theme to use instead, if any.
     */
    get: operations['Themes_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/themes/{slug}/learning': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What published reviews teach on a theme and on narrower ones, newest review first.
     * @description Reviews that only name the theme are found with `/api/v1/reviews?theme=`.
     */
    get: operations['Themes_learning'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/themes/{slug}/statistics': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A theme in numbers: how many reviews a year carry it, the themes that are found in the same reviews, and which reviews carry it after recommendations on it had been published (newest first, by `page` and `limit`). */
    get: operations['Themes_statistics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Published practice reviews. */
    get: operations['Reviews_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/reviews/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One review with its learning points, recommendations, documents and briefings. */
    get: operations['Reviews_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/learning': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What published reviews teach, point by point.
     * @description Themes that reviews only name are none.
     */
    get: operations['Learning_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/learning/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One learning point; or a theme that a review only names, which is shown on the review's page as well. */
    get: operations['Learning_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/recommendations': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Recommendations of published reviews. */
    get: operations['Recommendations_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/recommendations/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One recommendation. */
    get: operations['Recommendations_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/recommendations/{review}/{number}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The recommendation of a review that has this number, as its `url` has it.
     * @description Numbers may change: an `id` does not. One that had the number before is found where none has it now.
     */
    get: operations['Recommendations_at'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agencies': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is asked to act: every agency that a recommendation of a published review is addressed to. */
    get: operations['Agencies_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/agencies/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One agency.
     * @description What is asked of it is found with `/api/v1/recommendations?agency=`.
     */
    get: operations['Agencies_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/briefings': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Briefings: short papers to share. */
    get: operations['Briefings_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/briefings/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One briefing with what is known of its content. */
    get: operations['Briefings_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/resources': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Resources: guidance, training, events, forms, helplines. */
    get: operations['Resources_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/resources/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One resource. */
    get: operations['Resources_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/briefings/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A briefing. */
    get: operations['Embed_briefing'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/publishers/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest reviews of a publisher. */
    get: operations['Embed_publisher'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/resources/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A resource. */
    get: operations['Embed_resource'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/reviews/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A review with the first of what it teaches. */
    get: operations['Embed_review'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/search': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a search finds first, each with what it comes from. */
    get: operations['Embed_search'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/embed/themes/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The newest learning on a theme and on narrower ones, each with its review. */
    get: operations['Embed_theme'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/partnerships': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who publishes: partnerships, boards, national bodies, charities. */
    get: operations['Partnerships_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/partnerships/{slug}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One partnership with its contact panel. */
    get: operations['Partnerships_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/changes': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What has been published, changed, withdrawn or merged since a cursor: each record once, in its latest state.
     * @description Without a cursor everything is told, so that a first load and what comes after are one thing. A record may be told of again; to take it in twice does no harm. A cursor that is of no use any more answers 410 `cursor-expired`: begin again without one.
     */
    get: operations['Changes_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/export/{file}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All records of a kind as they are at one moment, one a line (`review.jsonl`) or as a table (`review.csv`).
     * @description Ends with a cursor from which `/api/v1/changes?kind=…` goes on; `Link: rel=next` has it too.
     */
    get: operations['Export_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One action. */
    get: operations['TrackedActions_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/change': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Other words, another lead agency, or other supporting ones. */
    post: operations['TrackedActions_change'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/delivery': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * How far it is.
     * @description From an agency lead, “stopped” is a request: 202.
     */
    post: operations['TrackedActions_deliver'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/due': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sets the date, or moves it with a reason.
     * @description From an agency lead, a move is a request: 202.
     */
    post: operations['TrackedActions_setDue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/due-requests/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Agrees to what an agency lead asked for, another date or to stop, or refuses it. */
    post: operations['TrackedActions_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a file to an action: a PDF, an office document without macros, an image or plain text, of at most 25 MB. */
    post: operations['Evidence_ofAction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/milestones': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A step on the way, new or changed. */
    post: operations['TrackedActions_setMilestone'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/owner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who is to do it. */
    post: operations['TrackedActions_setOwner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/actions/{id}/updates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What was done. */
    post: operations['TrackedActions_update'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/public-line': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Writes the line.
     * @description A text that may identify somebody is refused with its `hits`, until each is cleared with a reason.
     */
    post: operations['PublicLines_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/public-line/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Releases it with how the item stands now: by somebody else than who wrote it. */
    post: operations['PublicLines_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/public-line/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes it away at once, with a reason. */
    post: operations['PublicLines_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/progress-reports': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The partnership’s progress reports, by review. */
    get: operations['ProgressReports_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/progress-report': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The partnership’s progress report on a review, as it was written last. */
    get: operations['ProgressReports_find'];
    put?: never;
    /**
     * Writes it: title and introduction.
     * @description A text that may identify somebody is refused with its `hits`.
     */
    post: operations['ProgressReports_write'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/progress-report/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Publishes it beside its review: by somebody else than who wrote it. */
    post: operations['ProgressReports_approve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/progress-report/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deletes its words for good, and takes it away with them.
     * @description For administrators.
     */
    post: operations['ProgressReports_redact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/progress-report/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes it away at once, with a reason. */
    post: operations['ProgressReports_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/protected-terms': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the partnership has in its list of what a review protects.
     * @description It is shown nowhere else.
     */
    get: operations['ProgressReports_listTerms'];
    put?: never;
    /** Adds a term; one that is there already stays. */
    post: operations['ProgressReports_addTerm'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reviews/{slug}/protected-terms/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Takes a term out of the list. */
    delete: operations['ProgressReports_removeTerm'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/export.xlsx': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that is followed, a row an action, as a workbook to edit and bring in again. */
    get: operations['TrackingReports_export'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/figures': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counts by agency, under the names of that time or of today. */
    get: operations['TrackedItems_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/reports/{kind}.{format}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far things are, or were, as page, document, workbook, table or data. */
    get: operations['TrackingReports_report'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/snapshots': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Those that were taken, the latest first. */
    get: operations['Snapshots_list'];
    put?: never;
    /** Takes one: everything that is recorded by now counts, and nothing later. */
    post: operations['Snapshots_take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/snapshots/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One snapshot, with what was counted in it. */
    get: operations['Snapshots_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/snapshots/{id}/movement': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What has moved up to this snapshot since another: the one before it, unless one is named. */
    get: operations['Snapshots_movement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/snapshots/{id}/sign-off': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says that this is the one that the board had. */
    post: operations['Snapshots_signOff'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/imports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends a spreadsheet to be looked through: `.xlsx`, CSV or tab-separated text.
     * @description Nothing of it is followed yet.
     */
    post: operations['PlanImports_take'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/imports/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A spreadsheet that was sent. */
    get: operations['PlanImports_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/imports/{id}/answers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says what columns and words mean, answers questions, and decides conflicts. */
    put: operations['PlanImports_answer'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/imports/{id}/apply': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings it in. */
    post: operations['PlanImports_apply'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/imports/{id}/undo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes all of it back by corrections; refused, with the items, where people have since worked on it. */
    post: operations['PlanImports_undo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/calendar/{token}.ics': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What calendar programs read.
     * @description The token in the address is the right to it.
     */
    get: operations['Calendars_read'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/calendars': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The addresses in use; agency leads see those of their agency. */
    get: operations['Calendars_list'];
    put?: never;
    /**
     * Makes an address, which takes the place of the one before.
     * @description Agency leads: for their agency.
     */
    post: operations['Calendars_make'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/calendars/{id}/revocation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Revokes an address: what reads it is answered with 404 from now on. */
    post: operations['Calendars_revoke'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/owners': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody in the partnership’s directory. */
    get: operations['Owners_list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/owners/replacement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts somebody in the place of somebody who leaves, on all open actions. */
    post: operations['TrackingLists_replaceOwner'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/owners/{id}/away': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Says from when to when somebody is away, and who has their mail meanwhile: of a deputy who is away, theirs. */
    put: operations['Owners_away'];
    post?: never;
    /** They are back, or do not go: their mail is theirs. */
    delete: operations['Owners_back'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/owners/{id}/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the name and e-mail address of somebody who does actions away for good.
     * @description For administrators.
     */
    post: operations['TrackingLists_anonymise'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/owners/{id}/reminders': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Whether somebody gets reminders.
     * @description They are asked for updates all the same.
     */
    put: operations['Owners_reminders'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Rounds with who was asked and who has answered, the latest first. */
    get: operations['Rounds_list'];
    put?: never;
    /**
     * Opens a round.
     * @description Nobody is asked before it is sent.
     */
    post: operations['Rounds_open'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One round, with who has answered and who has not, by person and action. */
    get: operations['Rounds_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds/{id}/chase': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Reminds those who have not answered, each once a day.
     * @description With `preview=true` it says who would be.
     */
    post: operations['Rounds_chase'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds/{id}/close': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a round: its links work no more. */
    post: operations['Rounds_close'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds/{id}/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Takes the name of a round out for good; that it was there stays. */
    post: operations['Rounds_redact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/rounds/{id}/send': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sends each owner one e-mail with the link to their actions; nobody gets it twice.
     * @description With `preview=true` it says who would.
     */
    post: operations['Rounds_send'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/uses': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Those of the partnership, the latest discussion first, with those that were taken back; for agency leads, their agency’s. */
    get: operations['Uses_list'];
    put?: never;
    /** “We used this”: records that a team discussed a review, theme or briefing. */
    post: operations['Uses_record'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/uses/figures': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Discussions and people by agency, and by quarter of the calendar year. */
    get: operations['Uses_figures'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/uses/{id}/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the words of one out for good, and those with which it was taken back.
     * @description For administrators.
     */
    post: operations['Uses_redact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/uses/{id}/withdrawal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes one back, with a reason: for whoever recorded it, and audit leads.
     * @description That it was there stays.
     */
    post: operations['Uses_withdraw'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/agencies': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The partnership’s list of agencies, and the national ones. */
    get: operations['TrackingLists_agencies'];
    put?: never;
    /** Enters an agency. */
    post: operations['TrackingLists_enterAgency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/agencies/{id}/executive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Who is told of what is long overdue at an agency. */
    put: operations['TrackingLists_setExecutive'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/agencies/{id}/succession': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** An agency becomes another from a day on: open actions pass to that one, what is over keeps the old name. */
    post: operations['TrackingLists_succeed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/desk': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is late, waits or is unproven. */
    get: operations['TrackedItems_desk'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/entries/{id}/correction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Puts an entry right by another one; both stay readable. */
    post: operations['TrackingLists_correct'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/entries/{id}/redaction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Deletes the words of an entry for good; the entry stays.
     * @description For administrators.
     */
    post: operations['TrackingLists_redact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/evidence/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file, for the audit lead and for the agencies whose it is; there is none for anybody else. */
    get: operations['Evidence_download'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that somebody may know of, by number, with what is counted. */
    get: operations['TrackedItems_list'];
    put?: never;
    /** Begins to follow a recommendation, a learning point, or a source of the partnership’s own. */
    post: operations['TrackedItems_follow'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One item. */
    get: operations['TrackedItems_find'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds an action. */
    post: operations['TrackedItems_addAction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/addressees': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks more agencies, or fewer. */
    post: operations['TrackedItems_address'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/earlier': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Earlier recommendations on the matter of an item, with what came of those that the partnership follows itself. */
    get: operations['SaidBefore_find'];
    put?: never;
    /** Says that an earlier recommendation is on the same matter, or that it is not. */
    post: operations['SaidBefore_decide'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/evidence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a file to an item. */
    post: operations['Evidence_ofItem'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/history': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everything that was recorded about an item, in that order; at a moment, what was known of it. */
    get: operations['TrackedItems_history'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/impact': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Evidence of impact; the level may fall. */
    post: operations['TrackedItems_setImpact'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/judgements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What the audit lead makes of it. */
    post: operations['TrackedItems_judge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Words beside an item; an audit lead’s are private unless they say otherwise. */
    post: operations['TrackedItems_note'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/rechecks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What looking again at a closed item has shown; “not sustained” reopens it. */
    post: operations['TrackedItems_recheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reopens a closed item. */
    post: operations['TrackedItems_reopen'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/response-due': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Moves the day by which responses are asked for. */
    post: operations['TrackedItems_setResponseDue'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/items/{id}/responses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What an addressee says.
     * @description An audit lead may enter it for an agency, which the entry says.
     */
    post: operations['TrackedItems_respond'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tracking/settings': {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the partnership has decided about following. */
    get: operations['TrackingLists_settingsOf'];
    /** Changes it: what is followed already keeps its days. */
    put: operations['TrackingLists_changeSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/live': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether the process answers at all.
     * @description Asks nothing of its servers: a lost database is no reason to restart it.
     */
    get: operations['Health_live'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/ready': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether visitors can be served (200) or not (503), and which part is missing.
     * @description Without Meilisearch they can.
     */
    get: operations['Health_ready'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    ProblemField: {
      /** @description The parameter, as it was named. */
      field: string;
      /** @description What is wrong with it, for people. */
      message: string;
    };
    Problem: {
      /** @description Which sort of problem: the address of a page with its causes and cures, such as `https://…/problems/not-found`. */
      type: string;
      /** @description The same sort, for programs to act on: `not-found`. */
      code: string;
      /** @description The sort of problem in a few words, for people. */
      title: string;
      /** @description The status of the answer. */
      status: number;
      /** @description What is wrong this time, for people. */
      detail: string;
      /** @description The path that was asked for; not where something was withdrawn. */
      instance?: string;
      /** @description Each parameter that does not fit. */
      errors?: components['schemas']['ProblemField'][];
      /** @description The number of the request, as in `X-Request-Id`: say it when you tell us of a problem. */
      requestId?: string;
    };
    ThemeRef: {
      /** @description Its place in addresses. */
      slug: string;
      /** @description What it is called. */
      label: string;
    };
    ThemeCounts: {
      /**
       * @deprecated
       * @description `reviewCount`, as it was called before; until version 2.
       */
      reviews: number;
      /**
       * @deprecated
       * @description `learningPointCount`, as it was called before; until version 2.
       */
      learningPoints: number;
      /**
       * @deprecated
       * @description `recommendationCount`, as it was called before; until version 2.
       */
      recommendations: number;
      /**
       * @deprecated
       * @description `briefingCount`, as it was called before; until version 2.
       */
      briefings: number;
      /**
       * @deprecated
       * @description `resourceCount`, as it was called before; until version 2.
       */
      resources: number;
      /** @description Also those that only name the theme. */
      reviewCount: number;
      /** @description Themes that a review only names are none. */
      learningPointCount: number;
      /** @description Recommendations on the theme. */
      recommendationCount: number;
      /** @description Briefings on the theme. */
      briefingCount: number;
      /** @description Resources on the theme. */
      resourceCount: number;
    };
    ThemeSummary: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description `proposed`: a name that a source used and the thesaurus does not know yet.
       * @enum {string}
       */
      status: 'accepted' | 'proposed';
      /** @description What it is called. */
      label: string;
      /** @description What it means. */
      definition: string | null;
      /** @description The theme right above it; null for one at the top. */
      broader: components['schemas']['ThemeRef'] | null;
      /** @description How many records are about it. */
      counts: components['schemas']['ThemeCounts'];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ThemeList: {
      /** @description The themes of this page. */
      items: components['schemas']['ThemeSummary'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    TombstoneView: {
      /**
       * @description What was withdrawn: it, or what it belonged to.
       * @enum {string}
       */
      kind:
        'briefing' | 'learning-point' | 'partnership' | 'recommendation' | 'resource' | 'review' | 'theme';
      /**
       * @description Why it was withdrawn.
       * @enum {string}
       */
      reason: 'factual-error' | 'identifies-someone' | 'legal' | 'other' | 'publisher-request' | 'superseded';
      /** @description What it was called; null where that could identify someone. */
      label: string | null;
      /** @description Name of the publisher. */
      publisher: string | null;
      /** @description `YYYY-MM-DD` */
      withdrawnOn: string;
    };
    GoneProblem: {
      /** @description Which sort of problem: the address of a page with its causes and cures, such as `https://…/problems/not-found`. */
      type: string;
      /** @description The same sort, for programs to act on: `not-found`. */
      code: string;
      /** @description The sort of problem in a few words, for people. */
      title: string;
      /** @description The status of the answer. */
      status: number;
      /** @description What is wrong this time, for people. */
      detail: string;
      /** @description The path that was asked for; not where something was withdrawn. */
      instance?: string;
      /** @description Each parameter that does not fit. */
      errors?: components['schemas']['ProblemField'][];
      /** @description The number of the request, as in `X-Request-Id`: say it when you tell us of a problem. */
      requestId?: string;
      /** @description What is left of it. */
      tombstone: components['schemas']['TombstoneView'];
    };
    ThemeGuidance: {
      /** @description Who wrote it, that it is not the words of a review, and that local procedures come first. */
      note: string;
      /** @description The named professional who has reviewed it; null until one has. */
      reviewedBy: string | null;
      /** @description When it was reviewed: as much of the date as is known. */
      reviewedOn: string | null;
    };
    SourceLink: {
      /** @description What the source is called. */
      title: string | null;
      /** @description On the publisher's own site. */
      link: string | null;
    };
    ThemeDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description `proposed`: a name that a source used and the thesaurus does not know yet.
       * @enum {string}
       */
      status: 'accepted' | 'proposed';
      /** @description What it is called. */
      label: string;
      /** @description What it means. */
      definition: string | null;
      /** @description The theme right above it; null for one at the top. */
      broader: components['schemas']['ThemeRef'] | null;
      /** @description How many records are about it. */
      counts: components['schemas']['ThemeCounts'];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /** @description Other names for it. */
      altLabels: string[];
      /** @description Its abbreviations. */
      abbreviations: string[];
      /** @description What `emergency`, `lookFor`, `ask`, `askYourself` and `do` are, and whether a professional has reviewed them. */
      guidance: components['schemas']['ThemeGuidance'];
      /** @description What is an emergency, and whom to call. Show it before all else. */
      emergency: string[];
      /** @description Signs to look for. */
      lookFor: string[];
      /** @description Questions to say aloud: to the person, a child, a carer or another agency. */
      ask: string[];
      /** @description Questions to ask oneself. */
      askYourself: string[];
      /** @description What to do. */
      do: string[];
      /** @description The themes above this one, top first. */
      path: components['schemas']['ThemeRef'][];
      /** @description The themes right below it. */
      narrower: components['schemas']['ThemeRef'][];
      /** @description Themes beside it. */
      related: components['schemas']['ThemeRef'][];
      /** @description The theme to use instead of this one. */
      replacedBy: components['schemas']['ThemeRef'] | null;
      /** @description Where what is said of it comes from. */
      sources: components['schemas']['SourceLink'][];
    };
    PartnershipSummary: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @deprecated
       * @description `link`, as it was called before; until version 2.
       */
      website: string | null;
      /** @description What it is called. */
      name: string;
      /** @description What sort of publisher it is: `joint-partnership`, `charity`, …: an open list. */
      type: string | null;
      /** @description Its own site. */
      link: string | null;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    PartnershipList: {
      /** @description The partnerships of this page. */
      items: components['schemas']['PartnershipSummary'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    ContactLineItem: {
      /**
       * @description Whom the call is about.
       * @enum {string}
       */
      about: 'adult' | 'anyone' | 'child';
      /**
       * @description Who may call.
       * @enum {string}
       */
      audience: 'everyone' | 'professionals' | 'public';
      /** @description Who answers. */
      team: string | null;
      /** @description Its number, to be called. */
      phone: string;
    };
    PartnershipDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @deprecated
       * @description `link`, as it was called before; until version 2.
       */
      website: string | null;
      /** @description What it is called. */
      name: string;
      /** @description What sort of publisher it is: `joint-partnership`, `charity`, …: an open list. */
      type: string | null;
      /** @description Its own site. */
      link: string | null;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /** @description Whom to call, by what it is about. */
      contacts: components['schemas']['ContactLineItem'][];
      /** @description Where what is said of it comes from. */
      sources: components['schemas']['SourceLink'][];
    };
    ReviewSummary: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description Whom the review is about.
       * @enum {string|null}
       */
      about: 'adults' | 'both' | 'children' | null;
      /**
       * @description Type of the review.
       * @enum {string|null}
       */
      type:
        | 'cpr'
        | 'dardr'
        | 'independent-review'
        | 'lcspr'
        | 'learning-review'
        | 'national-review'
        | null
        | 'other'
        | 'rapid-review'
        | 'sar'
        | 'sar-discretionary'
        | 'scr'
        | 'susr'
        | 'thematic-review';
      /**
       * @deprecated
       * @description `learningPointCount`, as it was called before; until version 2.
       */
      learningPoints: number;
      /**
       * @deprecated
       * @description `recommendationCount`, as it was called before; until version 2.
       */
      recommendations: number;
      /** @description Slug of the publisher. */
      publisherSlug: string;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about, in a few sentences. */
      summary: string | null;
      /** @description The themes of its learning points and recommendations, and those that it names. */
      themes: components['schemas']['ThemeRef'][];
      /** @description How many learning points it has; themes that it only names are none. */
      learningPointCount: number;
      /** @description How many recommendations it makes. */
      recommendationCount: number;
      /** @description The publisher's or a catalogue's own identifier. */
      reference: string | null;
      /** @description As its publisher calls it, such as "Child J". Two publishers may use the same label. */
      label: string;
      /** @description Its title. */
      title: string;
      /** @description Name of the publisher. */
      publisher: string;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description Whether this library wrote what it says of the review, from the review's sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ReviewList: {
      /** @description The reviews of this page. */
      items: components['schemas']['ReviewSummary'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    ReviewRef: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * @description Whom the review is about.
       * @enum {string|null}
       */
      about: 'adults' | 'both' | 'children' | null;
      /**
       * @description Type of the review.
       * @enum {string|null}
       */
      type:
        | 'cpr'
        | 'dardr'
        | 'independent-review'
        | 'lcspr'
        | 'learning-review'
        | 'national-review'
        | null
        | 'other'
        | 'rapid-review'
        | 'sar'
        | 'sar-discretionary'
        | 'scr'
        | 'susr'
        | 'thematic-review';
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /** @description The publisher's or a catalogue's own identifier. */
      reference: string | null;
      /** @description As its publisher calls it, such as "Child J". Two publishers may use the same label. */
      label: string;
      /** @description Its title. */
      title: string;
      /** @description Name of the publisher. */
      publisher: string;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description Whether this library wrote what it says of the review, from the review's sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
    };
    LearningPointItem: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description `theme-named` teaches nothing and counts nowhere as a learning point.
       * @enum {string}
       */
      learningKind: 'finding' | 'good-practice' | 'key-lesson' | 'theme-named';
      /** @description The review that teaches it. */
      review: components['schemas']['ReviewRef'];
      /** @description What it is about. */
      theme: components['schemas']['ThemeRef'];
      /** @description The part of `url` after `#`: unique within the review. */
      anchor: string;
      /** @description Null for `theme-named`, and only there. */
      statement: string | null;
      /** @description The words that the source uses for the theme; null where it uses the theme's own name. */
      phrase: string | null;
      /** @description Pages of the full report. */
      pages: number[];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    LearningPointList: {
      /** @description The learning points of this page. */
      items: components['schemas']['LearningPointItem'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    SummaryNotice: {
      /** @description “Summarised from “…” by this library; not checked by its publisher; the report may say more”. */
      text: string;
      /** @description Where to tell of a mistake: a `mailto:` address, or a page of this library. */
      mistakes: string;
    };
    LearningPointDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description `theme-named` teaches nothing and counts nowhere as a learning point.
       * @enum {string}
       */
      learningKind: 'finding' | 'good-practice' | 'key-lesson' | 'theme-named';
      /** @description The review that teaches it. */
      review: components['schemas']['ReviewRef'];
      /** @description What it is about. */
      theme: components['schemas']['ThemeRef'];
      /** @description The part of `url` after `#`: unique within the review. */
      anchor: string;
      /** @description Null for `theme-named`, and only there. */
      statement: string | null;
      /** @description The words that the source uses for the theme; null where it uses the theme's own name. */
      phrase: string | null;
      /** @description Pages of the full report. */
      pages: number[];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /** @description Of its review. */
      sources: components['schemas']['SourceLink'][];
      /** @description To be shown with it where this library wrote its review from these sources; null where its publisher did. */
      summarised: components['schemas']['SummaryNotice'] | null;
    };
    AgencyRef: {
      /** @description Its place in addresses. */
      slug: string;
      /** @description What it is called. */
      name: string;
    };
    PromiseCounts: {
      /** @description How many were asked. */
      asked: number;
      /** @description How many have answered. */
      answered: number;
      /** @description How many accepted it. */
      accepted: number;
      /** @description How many accepted it in part. */
      acceptedInPart: number;
      /** @description How many did not accept it. */
      notAccepted: number;
      /** @description How many said that it is not for them. */
      disputed: number;
      /** @description How many have not answered. */
      awaiting: number;
    };
    RecommendationProgress: {
      /**
       * @description How far what was promised is.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'none' | 'not-started' | 'stopped';
      /**
       * @description What the audit lead makes of it.
       * @enum {string}
       */
      judgement:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /**
       * @description How far impact is proven.
       * @enum {string}
       */
      impact: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description Slug of the partnership. */
      partnership: string;
      /** @description What the partnership is called. */
      partnershipName: string;
      /** @description In neutral words, approved by somebody else than who wrote them. */
      publicLine: string;
      /** @description What those who were asked have said. */
      responses: components['schemas']['PromiseCounts'];
      /** @description The level asks for a sample or a source that was not given. */
      impactClaimed: boolean;
      /** @description The day of the release, YYYY-MM-DD. */
      updatedOn: string;
    };
    RecommendationItem: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description How far it reaches.
       * @enum {string|null}
       */
      scope: 'local' | 'national' | null | 'regional';
      /** @description The review that asks for it. */
      review: components['schemas']['ReviewRef'];
      /** @description As the review numbers it: "1", "4b". */
      number: string | null;
      /** @description Its words. */
      text: string;
      /** @description Who is to act. */
      addressees: components['schemas']['AgencyRef'][];
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description What came of it, by partnership; empty where nobody has published a response. */
      progress: components['schemas']['RecommendationProgress'][];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    RecommendationList: {
      /** @description The recommendations of this page. */
      items: components['schemas']['RecommendationItem'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    RecommendationDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description How far it reaches.
       * @enum {string|null}
       */
      scope: 'local' | 'national' | null | 'regional';
      /** @description The review that asks for it. */
      review: components['schemas']['ReviewRef'];
      /** @description As the review numbers it: "1", "4b". */
      number: string | null;
      /** @description Its words. */
      text: string;
      /** @description Who is to act. */
      addressees: components['schemas']['AgencyRef'][];
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description What came of it, by partnership; empty where nobody has published a response. */
      progress: components['schemas']['RecommendationProgress'][];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /** @description Of its review. */
      sources: components['schemas']['SourceLink'][];
      /** @description To be shown with it where this library wrote its review from these sources; null where its publisher did. */
      summarised: components['schemas']['SummaryNotice'] | null;
    };
    AskedAgency: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /** @description What it is called. */
      name: string;
      /** @description How many recommendations of published reviews ask it for something. `url` leads to them. */
      recommendationCount: number;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    AskedAgencyList: {
      /** @description The agencies of this page. */
      items: components['schemas']['AskedAgency'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    BriefingSummary: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /** @description Its title. */
      title: string;
      /** @description `seven-minute`, `one-page-learning`, `thematic`, `safety-message`, …: an open list. */
      type: string | null;
      /** @description Name of the publisher. */
      publisher: string | null;
      /** @description Slug of the publisher. */
      publisherSlug: string | null;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description The briefing itself, on its publisher's own site. */
      link: string | null;
      /** @description Whether this library wrote it, from its sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    BriefingList: {
      /** @description The briefings of this page. */
      items: components['schemas']['BriefingSummary'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    BriefingPart: {
      /** @description Its heading. */
      heading: string | null;
      /** @description Its words. */
      body: string;
    };
    BriefingDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @deprecated
       * @description `publisherLink`, as it was called before; until version 2.
       */
      publisherWebsite: string | null;
      /** @description The publisher's own site. */
      publisherLink: string | null;
      /** @description What it says, part by part. */
      sections: components['schemas']['BriefingPart'][];
      /** @description The reviews that it is about. */
      reviews: components['schemas']['ReviewRef'][];
      /** @description Where it comes from. */
      sources: components['schemas']['SourceLink'][];
      /** @description To be shown with it where this library wrote it from its sources; null where its publisher did. */
      summarised: components['schemas']['SummaryNotice'] | null;
      /** @description Its title. */
      title: string;
      /** @description `seven-minute`, `one-page-learning`, `thematic`, `safety-message`, …: an open list. */
      type: string | null;
      /** @description Name of the publisher. */
      publisher: string | null;
      /** @description Slug of the publisher. */
      publisherSlug: string | null;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description The briefing itself, on its publisher's own site. */
      link: string | null;
      /** @description Whether this library wrote it, from its sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ResourceSummary: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /** @description Its title. */
      title: string;
      /** @description `guidance`, `procedure`, `form`, `training`, `event`, `campaign`, `legislation`, `research`, `helpline`, …: an open list. */
      type: string | null;
      /** @description Name of the publisher. */
      publisher: string | null;
      /** @description Slug of the publisher. */
      publisherSlug: string | null;
      /** @description What it is for, in a few sentences. */
      description: string | null;
      /** @description Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
      startsOn: string | null;
      /** @description Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
      endsOn: string | null;
      /** @description Whether it has taken place, by clocks in the United Kingdom; false where no time is known. */
      past: boolean;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description The resource itself, on its publisher's own site. */
      link: string | null;
      /** @description Whether this library wrote it, from its sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ResourceList: {
      /** @description The resources of this page. */
      items: components['schemas']['ResourceSummary'][];
      /** @description What was asked for and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    ResourceDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @deprecated
       * @description `publisherLink`, as it was called before; until version 2.
       */
      publisherWebsite: string | null;
      /** @description The publisher's own site. */
      publisherLink: string | null;
      /** @description Where it comes from. */
      sources: components['schemas']['SourceLink'][];
      /** @description To be shown with it where this library wrote it from its sources; null where its publisher did. */
      summarised: components['schemas']['SummaryNotice'] | null;
      /** @description Its title. */
      title: string;
      /** @description `guidance`, `procedure`, `form`, `training`, `event`, `campaign`, `legislation`, `research`, `helpline`, …: an open list. */
      type: string | null;
      /** @description Name of the publisher. */
      publisher: string | null;
      /** @description Slug of the publisher. */
      publisherSlug: string | null;
      /** @description What it is for, in a few sentences. */
      description: string | null;
      /** @description Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
      startsOn: string | null;
      /** @description Local time as announced: `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`. */
      endsOn: string | null;
      /** @description Whether it has taken place, by clocks in the United Kingdom; false where no time is known. */
      past: boolean;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description The resource itself, on its publisher's own site. */
      link: string | null;
      /** @description Whether this library wrote it, from its sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ItemCounts: {
      /** @description Items in all. */
      items: number;
      /** @description Open items. */
      open: number;
      /** @description Closed items. */
      closed: number;
      /** @description Actions in all. */
      actions: number;
      /** @description Actions that are neither completed nor stopped. */
      openActions: number;
      /** @description Completed actions. */
      completed: number;
      /** @description Overdue actions. */
      overdue: number;
      /** @description Responses that are late. */
      responsesLate: number;
      /** @description Responses that are awaited. */
      responsesAwaited: number;
      /** @description Open items of which no action is open. */
      waitingForJudgement: number;
      /** @description Open actions that nobody owns. */
      noOwner: number;
      /** @description Open actions of which nothing was heard for 92 days. */
      noUpdate: number;
      /** @description Red items. */
      red: number;
      /** @description Amber items. */
      amber: number;
      /** @description Green items. */
      green: number;
      /** @description Blue items. */
      blue: number;
    };
    FollowedRecommendation: {
      /** @description Id of the recommendation. */
      id: string;
      /** @description As its review numbers it. */
      number: string | null;
      /** @description Its words. */
      text: string;
      /** @description Which wording it is, counted from 1. */
      version: number;
      /** @description Whether its source does not have it any more. */
      hasLeftSource: boolean;
    };
    FollowedSource: {
      /**
       * @description Null where it is a learning point of the library.
       * @enum {string|null}
       */
      origin: 'audit' | 'inspection' | null | 'other' | 'rapid-review';
      /** @description Id of the learning point; null for any other source. */
      learningPoint: string | null;
      /** @description What it is called: “Rapid review RR12”. */
      title: string | null;
      /** @description As its source numbers it. */
      number: string | null;
    };
    ReleasedLineItem: {
      /**
       * @description How far its actions were.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'none' | 'not-started' | 'stopped';
      /**
       * @description What the audit lead made of it.
       * @enum {string}
       */
      judgement:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /**
       * @description How far impact was proven.
       * @enum {string}
       */
      impact: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description Null where it was redacted: nothing is public then. */
      text: string | null;
      /** @description The day of the release, YYYY-MM-DD. */
      on: string;
      /** @description What addressees had said. */
      responses: components['schemas']['PromiseCounts'];
      /** @description The level asks for a sample or a source that was not given. */
      impactClaimed: boolean;
    };
    PublicLineItem: {
      /** @description Null while nothing is public. */
      released: components['schemas']['ReleasedLineItem'] | null;
      /** @description As it was written last; null where it was redacted. */
      text: string | null;
      /** @description Name of who wrote it; null where it was redacted. */
      writtenBy: string | null;
      /** @description Why what the check found is harmless, where it found something. */
      clearedWhy: string | null;
      /** @description Whether it waits for somebody else to release it. */
      isWaiting: boolean;
      /** @description Whether the item stands otherwise than on the day of the release. */
      hasMoved: boolean;
    };
    TrackedAgencyRef: {
      /** @description Id of the agency. */
      id: string;
      /** @description Its name on the day that is asked about. */
      name: string;
    };
    ResponseItem: {
      /**
       * @description What it has said.
       * @enum {string}
       */
      response: 'accepted' | 'accepted-in-part' | 'awaiting' | 'disputed' | 'not-accepted';
      /** @description Who was asked. */
      agency: components['schemas']['TrackedAgencyRef'];
      /** @description The reason that was given; null where none was, or where it was redacted. */
      reason: string | null;
      /** @description The day of the response; null while it is awaited. */
      on: string | null;
      /** @description Whether it is awaited, and its day is over. */
      late: boolean;
    };
    ResponsesItem: {
      /** @description The last day on which a response is not late. */
      dueOn: string;
      /** @description How many agencies were asked. */
      asked: number;
      /** @description How many have answered. */
      answered: number;
      /** @description How many accepted it. */
      accepted: number;
      /** @description How many accepted it in part. */
      acceptedInPart: number;
      /** @description How many did not accept it. */
      notAccepted: number;
      /** @description How many said that it is not for them. */
      disputed: number;
      /** @description How many have not answered. */
      awaiting: number;
      /** @description How many are late. */
      late: number;
      /** @description Agency by agency. */
      each: components['schemas']['ResponseItem'][];
    };
    OwnerItem: {
      /** @description Id of the person. */
      id: string;
      /** @description Their name. */
      name: string;
      /** @description Their email address; null where none is known. */
      email: string | null;
    };
    KnownDayItem: {
      /**
       * @description How exactly the day is known.
       * @enum {string}
       */
      precision: 'day' | 'month' | 'quarter' | 'year';
      /** @description The last day that it can be, YYYY-MM-DD. */
      on: string;
    };
    DueMove: {
      /** @description The date before. */
      from: components['schemas']['KnownDayItem'];
      /** @description The date since. */
      to: components['schemas']['KnownDayItem'];
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
    };
    RequestItem: {
      /**
       * @description What is asked for.
       * @enum {string}
       */
      kind: 'move' | 'stop';
      /** @description The date that was asked for; null where it is to be stopped. */
      due: components['schemas']['KnownDayItem'] | null;
      /**
       * @description Null while it waits.
       * @enum {string|null}
       */
      decision: 'agreed' | null | 'refused';
      /** @description Its number among those of the action. */
      number: number;
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
    };
    MilestoneItem: {
      /** @description By when; null where no date is set. */
      due: components['schemas']['KnownDayItem'] | null;
      /** @description Its number among those of the action. */
      number: number;
      /** @description What is to be reached; null where it was redacted. */
      text: string | null;
      /** @description Whether it is reached. */
      isDone: boolean;
    };
    UpdateItem: {
      /** @description The last day on which it can have been. */
      on: string;
      /** @description Null where it was redacted, and where nothing has changed. */
      text: string | null;
      /** @description Where it can be seen: a link, or what it is called. */
      evidence: string | null;
      /** @description Whoever was asked has said that nothing has changed. */
      isUnchanged: boolean;
    };
    EvidenceRef: {
      /**
       * @description How carefully it is to be kept.
       * @enum {string}
       */
      class: 'official' | 'official-sensitive';
      /** @description Id of the piece of evidence. */
      id: string;
      /** @description The last day that it can be about. */
      on: string;
      /** @description The day on which it came. */
      cameOn: string;
      /** @description As its sender called it; null where it was redacted, and for agencies that may not have the file. */
      name: string | null;
      /** @description What sort of file it is: `application/pdf`. */
      mediaType: string;
      /** @description In bytes. */
      size: number;
      /** @description The last day on which it is kept, YYYY-MM-DD; null where no day was given. */
      keepUntil: string | null;
      /** @description Whether it is still there, and whoever asks may have it. */
      isOpen: boolean;
    };
    TrackedAction: {
      /** @description Who leads it; null where nobody does. */
      agency: components['schemas']['TrackedAgencyRef'] | null;
      /** @description Who is to do it; null for nobody. */
      owner: components['schemas']['OwnerItem'] | null;
      /** @description By when; null where no date is set. */
      due: components['schemas']['KnownDayItem'] | null;
      /** @description The first date that was set. */
      originalDue: components['schemas']['KnownDayItem'] | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        'completed' | 'due-soon' | 'no-date' | 'no-owner' | 'no-update' | 'on-track' | 'overdue' | 'stopped'
      )[];
      /** @description Id of the action. */
      id: string;
      /** @description Id of the item that it is of. */
      item: string;
      /** @description The item's number and its own: "2.1". */
      ref: string;
      /** @description What is to be done; null where it was redacted. */
      text: string | null;
      /** @description Who helps. */
      supporting: components['schemas']['TrackedAgencyRef'][];
      /** @description How often the date was moved. */
      moves: number;
      /** @description Each move of the date, in their order. */
      moved: components['schemas']['DueMove'][];
      /** @description From the original last day to the present one; less than 0 where it is sooner. */
      slippedDays: number;
      /** @description Why it is what it is, where somebody said. */
      deliveryReason: string | null;
      /** @description Null unless it is completed. */
      completedOn: string | null;
      /** @description Null unless it is stopped. */
      stoppedOn: string | null;
      /** @description How many days it is overdue; 0 where it is not. */
      overdueDays: number;
      /** @description Null where it is over, overdue, or has no date. */
      dueInDays: number | null;
      /** @description What the agency lead asked for. */
      requests: components['schemas']['RequestItem'][];
      /** @description Steps on the way. */
      milestones: components['schemas']['MilestoneItem'][];
      /** @description What was done, in the order of its days. */
      updates: components['schemas']['UpdateItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description The day of the last that was heard of it. */
      heardOn: string;
      /** @description The colour that a spreadsheet gave it: kept, never believed. */
      statedRag: string | null;
      /** @description How it stands, in words: “Overdue by 12 days”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
    };
    ItemRef: {
      /** @description Id of the item. */
      id: string;
      /** @description Its number in the partnership. */
      ref: string;
    };
    JudgementItem: {
      /** @description The item that takes its place. */
      supersededBy: components['schemas']['ItemRef'] | null;
      /** @description The day of the judgement; null where there is none. */
      on: string | null;
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
      /** @description When it is looked at again, YYYY-MM-DD. */
      recheckOn: string | null;
      /** @description Why it is not looked at again. */
      noRecheckReason: string | null;
      /** @description It was closed with “no evidence of impact yet”. */
      noEvidence: boolean;
    };
    ImpactItem: {
      /** @description The day that it is about; null where there is none. */
      on: string | null;
      /** @description What has become better; null where there is none, or where it was redacted. */
      text: string | null;
      /** @description What was looked at: “17 of 20 records”. */
      sample: string | null;
      /** @description Where an outcome for people is seen. */
      source: string | null;
      /** @description The level asks for a sample or a source that was not given. */
      isClaimed: boolean;
    };
    RecheckItem: {
      /**
       * @description What it has shown.
       * @enum {string}
       */
      result: 'not-sustained' | 'partly' | 'sustained';
      /** @description The day of looking again. */
      on: string;
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
    };
    NoteItem: {
      /** @description The note; null where it was redacted. */
      text: string | null;
      /** @description Id of the action that it is about; null where it is about the item. */
      action: string | null;
      /** @description Whether it is for audit leads alone. */
      isPrivate: boolean;
    };
    TrackedItemAnswer: {
      /** @description What is followed; null where it is no recommendation of the library. */
      recommendation: components['schemas']['FollowedRecommendation'] | null;
      /** @description Null where a recommendation is followed. */
      source: components['schemas']['FollowedSource'] | null;
      /** @description The review that it comes from; null where there is none. */
      review: components['schemas']['ReviewRef'] | null;
      /**
       * @description How far its actions are.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'none' | 'not-started' | 'stopped';
      /**
       * @description What the audit lead makes of it.
       * @enum {string}
       */
      judgement:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /**
       * @description How far impact is proven.
       * @enum {string}
       */
      impact: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description Null where nothing is written for the public, or it was withdrawn. */
      publicLine: components['schemas']['PublicLineItem'] | null;
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        | 'action-amber'
        | 'action-overdue'
        | 'closed'
        | 'judged-unacceptable'
        | 'no-action'
        | 'on-track'
        | 'response-awaited'
        | 'response-late'
        | 'waiting-for-judgement'
      )[];
      /** @description Id of the item. */
      id: string;
      /** @description Its number in the partnership. */
      ref: string;
      /** @description Slug of the partnership. */
      partnership: string;
      /** @description In the board's own words, where there are such; else the words of the recommendation. Null where they were redacted. */
      text: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description Since when it is followed. */
      followedOn: string;
      /** @description What addressees have said. */
      responses: components['schemas']['ResponsesItem'];
      /** @description What agencies promised. */
      actions: components['schemas']['TrackedAction'][];
      /** @description Why and until when, where it is closed. */
      judged: components['schemas']['JudgementItem'];
      /** @description Items whose place this one takes. */
      supersedes: components['schemas']['ItemRef'][];
      /** @description What proves it. */
      impactEvidence: components['schemas']['ImpactItem'];
      /** @description What looking again has shown. */
      rechecks: components['schemas']['RecheckItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description Words beside it. */
      notes: components['schemas']['NoteItem'][];
      /** @description How it stands, in words: “Closed – acceptable”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
    };
    TrackedItemList: {
      /**
       * @description How the past is looked at.
       * @enum {string}
       */
      view: 'known' | 'shown';
      /** @description The day that is asked about, YYYY-MM-DD. */
      asOf: string;
      /** @description Of all that is listed, not of this page alone. */
      counts: components['schemas']['ItemCounts'];
      /** @description By number. */
      items: components['schemas']['TrackedItemAnswer'][];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    HistoryEntry: {
      /**
       * @description How it came.
       * @enum {string}
       */
      way: 'api' | 'email-link' | 'import' | 'page';
      /** @description What it was before: a code or a day, or several by name; null where there was nothing. */
      from:
        | string
        | {
            [key: string]: unknown;
          }
        | null;
      /** @description What it says, as codes, ids and days. */
      to: {
        [key: string]: unknown;
      };
      /** @description What else it says in words. */
      words: {
        [key: string]: string;
      };
      /** @description Id of the entry. */
      id: string;
      /** @description Its number in the partnership. */
      number: number;
      /** @description The instant of its recording. */
      recordedAt: string;
      /** @description The day when it happened, as exactly as is known. */
      effectiveOn: string;
      /** @description What it says: `response`, `delivery`, `judgement`. */
      deed: string;
      /** @description Id of the action that it is about; null where it is about the item. */
      action: string | null;
      /** @description Name of who recorded it; null where it was redacted. */
      by: string | null;
      /** @description As what they recorded it. */
      role: string | null;
      /** @description Id of the agency for which it was recorded. */
      behalf: string | null;
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
      /** @description Whether words of it were redacted. */
      isRedacted: boolean;
      /** @description Id of the entry that corrects it. */
      correctedBy: string | null;
      /** @description Id of the entry that it corrects, or takes the place of. */
      corrects: string | null;
    };
    HistoryAnswer: {
      /** @description In the order of recording. */
      items: components['schemas']['HistoryEntry'][];
    };
    DeskAction: {
      /** @description Who leads it; null where nobody does. */
      agency: components['schemas']['TrackedAgencyRef'] | null;
      /** @description Who is to do it; null for nobody. */
      owner: components['schemas']['OwnerItem'] | null;
      /** @description By when; null where no date is set. */
      due: components['schemas']['KnownDayItem'] | null;
      /** @description The first date that was set. */
      originalDue: components['schemas']['KnownDayItem'] | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        'completed' | 'due-soon' | 'no-date' | 'no-owner' | 'no-update' | 'on-track' | 'overdue' | 'stopped'
      )[];
      /** @description Id of the action. */
      id: string;
      /** @description Id of the item that it is of. */
      item: string;
      /** @description The item's number and its own: "2.1". */
      ref: string;
      /** @description What is to be done; null where it was redacted. */
      text: string | null;
      /** @description Who helps. */
      supporting: components['schemas']['TrackedAgencyRef'][];
      /** @description How often the date was moved. */
      moves: number;
      /** @description Each move of the date, in their order. */
      moved: components['schemas']['DueMove'][];
      /** @description From the original last day to the present one; less than 0 where it is sooner. */
      slippedDays: number;
      /** @description Why it is what it is, where somebody said. */
      deliveryReason: string | null;
      /** @description Null unless it is completed. */
      completedOn: string | null;
      /** @description Null unless it is stopped. */
      stoppedOn: string | null;
      /** @description How many days it is overdue; 0 where it is not. */
      overdueDays: number;
      /** @description Null where it is over, overdue, or has no date. */
      dueInDays: number | null;
      /** @description What the agency lead asked for. */
      requests: components['schemas']['RequestItem'][];
      /** @description Steps on the way. */
      milestones: components['schemas']['MilestoneItem'][];
      /** @description What was done, in the order of its days. */
      updates: components['schemas']['UpdateItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description The day of the last that was heard of it. */
      heardOn: string;
      /** @description The colour that a spreadsheet gave it: kept, never believed. */
      statedRag: string | null;
      /** @description How it stands, in words: “Overdue by 12 days”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
      /** @description The number of its item in the partnership. */
      itemRef: string;
      /** @description What its item says; null where it was redacted. */
      itemText: string | null;
    };
    DeskAnswer: {
      /**
       * @description How the past is looked at.
       * @enum {string}
       */
      view: 'known' | 'shown';
      /** @description The day that is asked about, YYYY-MM-DD. */
      asOf: string;
      /** @description Of all items that fit, in whichever lists they are. */
      counts: components['schemas']['ItemCounts'];
      /** @description The longest overdue first. */
      overdue: components['schemas']['DeskAction'][];
      /** @description Due in 30 days or fewer. */
      due30: components['schemas']['DeskAction'][];
      /** @description Due in 31 to 60 days. */
      due60: components['schemas']['DeskAction'][];
      /** @description Due in 61 to 90 days. */
      due90: components['schemas']['DeskAction'][];
      /** @description Open items of which a response is awaited. */
      awaitingResponse: components['schemas']['TrackedItemAnswer'][];
      /** @description With a request of an agency lead that waits. */
      awaitingDecision: components['schemas']['DeskAction'][];
      /** @description Open items of which no action is open. */
      awaitingJudgement: components['schemas']['TrackedItemAnswer'][];
      /** @description Actions that nobody owns. */
      noOwner: components['schemas']['DeskAction'][];
      /** @description Mail could not be delivered to the owner: until a later one was, or it goes to another address. Known of today alone. */
      undelivered: components['schemas']['DeskAction'][];
      /** @description Actions without a date. */
      noDate: components['schemas']['DeskAction'][];
      /** @description Nothing was heard of it for 92 days or more. */
      noUpdate: components['schemas']['DeskAction'][];
      /** @description Closed items that are to be looked at again. */
      recheckDue: components['schemas']['TrackedItemAnswer'][];
      /** @description With a public line that waits for somebody else to release it. */
      awaitingRelease: components['schemas']['TrackedItemAnswer'][];
      /** @description Agencies whose executive is entered as what is no e-mail address, so that nobody is told of what is long overdue. For audit leads. */
      executiveWithoutAddress: components['schemas']['TrackedAgencyRef'][];
    };
    AgencyFigures: {
      /** @description Null for actions that no agency leads. */
      agency: components['schemas']['TrackedAgencyRef'] | null;
      /** @description How many items it was asked about. */
      asked: number;
      /** @description How many of them it has not answered. */
      awaiting: number;
      /** @description How many of those are late. */
      late: number;
      /** @description Actions that it leads. */
      actions: number;
      /** @description How many of them are neither completed nor stopped. */
      open: number;
      /** @description How many of them are completed. */
      completed: number;
      /** @description How many of them are stopped. */
      stopped: number;
      /** @description How many of them are overdue. */
      overdue: number;
    };
    FiguresAnswer: {
      /**
       * @description How the past is looked at.
       * @enum {string}
       */
      view: 'known' | 'shown';
      /**
       * @description Whether agencies are called as then or as now.
       * @enum {string}
       */
      names: 'now' | 'then';
      /** @description The day that is asked about, YYYY-MM-DD. */
      asOf: string;
      /** @description Agency by agency. */
      items: components['schemas']['AgencyFigures'][];
    };
    SourceBody: {
      /**
       * @description What sort of source it is.
       * @enum {string}
       */
      origin: 'audit' | 'inspection' | 'other' | 'rapid-review';
      /** @description What it is called: "Rapid review RR12". */
      title?: string;
      /** @description As it is numbered there. */
      number?: string;
    };
    FollowBody: {
      /** @description Slug of the partnership; it can only be your own. */
      partnership?: string;
      /**
       * Format: uuid
       * @description Id of a recommendation of the library. One of `recommendation`, `learningPoint` and `source` is given.
       */
      recommendation?: string;
      /**
       * Format: uuid
       * @description Id of a learning point of the library.
       */
      learningPoint?: string;
      /** @description Something that is in nobody’s published review. */
      source?: components['schemas']['SourceBody'];
      /** @description In the board's own words. */
      text?: string;
      /** @description Ids of agencies; those that the recommendation names, where it is left out. */
      addressees?: string[];
      /** @description The last day on which a response is not late. */
      responseDueOn?: string;
      /** @description Since when it is followed: a day, month, quarter or year. */
      on?: string;
    };
    EntryRef: {
      /** @description For corrections: `/api/v1/tracking/entries/{id}/correction`. */
      id: string;
      /** @description Its number in the partnership. */
      number: number;
    };
    ChangedItem: {
      /** @description What is followed; null where it is no recommendation of the library. */
      recommendation: components['schemas']['FollowedRecommendation'] | null;
      /** @description Null where a recommendation is followed. */
      source: components['schemas']['FollowedSource'] | null;
      /** @description The review that it comes from; null where there is none. */
      review: components['schemas']['ReviewRef'] | null;
      /**
       * @description How far its actions are.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'none' | 'not-started' | 'stopped';
      /**
       * @description What the audit lead makes of it.
       * @enum {string}
       */
      judgement:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /**
       * @description How far impact is proven.
       * @enum {string}
       */
      impact: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description Null where nothing is written for the public, or it was withdrawn. */
      publicLine: components['schemas']['PublicLineItem'] | null;
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        | 'action-amber'
        | 'action-overdue'
        | 'closed'
        | 'judged-unacceptable'
        | 'no-action'
        | 'on-track'
        | 'response-awaited'
        | 'response-late'
        | 'waiting-for-judgement'
      )[];
      /** @description The entry that the change made; null where nothing changed. */
      entry: components['schemas']['EntryRef'] | null;
      /** @description Id of the item. */
      id: string;
      /** @description Its number in the partnership. */
      ref: string;
      /** @description Slug of the partnership. */
      partnership: string;
      /** @description In the board's own words, where there are such; else the words of the recommendation. Null where they were redacted. */
      text: string | null;
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description Since when it is followed. */
      followedOn: string;
      /** @description What addressees have said. */
      responses: components['schemas']['ResponsesItem'];
      /** @description What agencies promised. */
      actions: components['schemas']['TrackedAction'][];
      /** @description Why and until when, where it is closed. */
      judged: components['schemas']['JudgementItem'];
      /** @description Items whose place this one takes. */
      supersedes: components['schemas']['ItemRef'][];
      /** @description What proves it. */
      impactEvidence: components['schemas']['ImpactItem'];
      /** @description What looking again has shown. */
      rechecks: components['schemas']['RecheckItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description Words beside it. */
      notes: components['schemas']['NoteItem'][];
      /** @description How it stands, in words: “Closed – acceptable”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
    };
    AddresseesBody: {
      /** @description Ids of agencies that are to be asked as well. */
      add?: string[];
      /** @description Ids of agencies that are not to be asked any more. */
      remove?: string[];
      /** @description Why, in words. */
      reason?: string;
    };
    ResponseDueBody: {
      /** @description The last day on which a response is not late, YYYY-MM-DD. */
      on: string;
      /** @description Why, in words. */
      reason?: string;
    };
    ResponseBody: {
      /**
       * Format: uuid
       * @description Id of the agency.
       */
      agency: string;
      /**
       * @description What it says; “not accepted” and “disputed” ask for a reason.
       * @enum {string}
       */
      response: 'accepted' | 'accepted-in-part' | 'awaiting' | 'disputed' | 'not-accepted';
      /** @description The day of the response, as exactly as is known. */
      on?: string;
      /** @description Why, in words. */
      reason?: string;
    };
    OwnerBody: {
      /** @description Their name. */
      name: string;
      /** @description Their email address, for reminders. */
      email?: string | null;
    };
    DueBody: {
      /** @description YYYY-MM-DD, YYYY-MM, YYYY-Qn or YYYY. */
      on: string;
      /**
       * @description How exactly the day is known; left out, as it is written.
       * @enum {string}
       */
      precision?: 'day' | 'month' | 'quarter' | 'year';
    };
    ActionBody: {
      /** @description Who is to do it: an id, or a name with or without an email address. */
      owner?: string | components['schemas']['OwnerBody'] | null;
      /** @description What is to be done. */
      text: string;
      /**
       * Format: uuid
       * @description Id of the agency that leads it.
       */
      agency?: string | null;
      /** @description Ids of agencies that help. */
      supporting?: string[];
      /** @description By when. */
      due?: components['schemas']['DueBody'] | null;
      /** @description The day of the promise; today, where it is left out. */
      on?: string;
    };
    ChangedAction: {
      /** @description Who leads it; null where nobody does. */
      agency: components['schemas']['TrackedAgencyRef'] | null;
      /** @description Who is to do it; null for nobody. */
      owner: components['schemas']['OwnerItem'] | null;
      /** @description By when; null where no date is set. */
      due: components['schemas']['KnownDayItem'] | null;
      /** @description The first date that was set. */
      originalDue: components['schemas']['KnownDayItem'] | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        'completed' | 'due-soon' | 'no-date' | 'no-owner' | 'no-update' | 'on-track' | 'overdue' | 'stopped'
      )[];
      /** @description The entry that the change made; null where nothing changed. */
      entry: components['schemas']['EntryRef'] | null;
      /** @description Id of the action. */
      id: string;
      /** @description Id of the item that it is of. */
      item: string;
      /** @description The item's number and its own: "2.1". */
      ref: string;
      /** @description What is to be done; null where it was redacted. */
      text: string | null;
      /** @description Who helps. */
      supporting: components['schemas']['TrackedAgencyRef'][];
      /** @description How often the date was moved. */
      moves: number;
      /** @description Each move of the date, in their order. */
      moved: components['schemas']['DueMove'][];
      /** @description From the original last day to the present one; less than 0 where it is sooner. */
      slippedDays: number;
      /** @description Why it is what it is, where somebody said. */
      deliveryReason: string | null;
      /** @description Null unless it is completed. */
      completedOn: string | null;
      /** @description Null unless it is stopped. */
      stoppedOn: string | null;
      /** @description How many days it is overdue; 0 where it is not. */
      overdueDays: number;
      /** @description Null where it is over, overdue, or has no date. */
      dueInDays: number | null;
      /** @description What the agency lead asked for. */
      requests: components['schemas']['RequestItem'][];
      /** @description Steps on the way. */
      milestones: components['schemas']['MilestoneItem'][];
      /** @description What was done, in the order of its days. */
      updates: components['schemas']['UpdateItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description The day of the last that was heard of it. */
      heardOn: string;
      /** @description The colour that a spreadsheet gave it: kept, never believed. */
      statedRag: string | null;
      /** @description How it stands, in words: “Overdue by 12 days”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
    };
    ImpactBody: {
      /**
       * @description How far it is proven.
       * @enum {string}
       */
      level: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description What has become better, and how it is known. */
      text: string;
      /** @description The day that it is about; today, where it is left out. */
      on?: string;
      /** @description What was looked at: "17 of 20 records". */
      sample?: string;
      /** @description Where an outcome for people is seen. */
      source?: string;
    };
    JudgementBody: {
      /**
       * @description The judgement. Closing asks for a reason.
       * @enum {string}
       */
      to:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /** @description When a closed item is looked at again, YYYY-MM-DD. */
      recheckOn?: string;
      /** @description Why it need not be looked at again. */
      noRecheckReason?: string;
      /** @description “No evidence of impact yet”. */
      noEvidence?: boolean;
      /**
       * Format: uuid
       * @description Id of the item that takes its place.
       */
      supersededBy?: string;
      /** @description Stops every open action with the closing. */
      stopActions?: boolean;
      /** @description Why, in words. */
      reason?: string;
    };
    RecheckBody: {
      /**
       * @description What looking again has shown; “not sustained” reopens the item.
       * @enum {string}
       */
      result: 'not-sustained' | 'partly' | 'sustained';
      /** @description When it is looked at once more. */
      recheckOn?: string;
      /** @description The day of looking again; today, where it is left out. */
      on?: string;
      /** @description Why, in words. */
      reason?: string;
    };
    ReasonBody: {
      /** @description Why, in words. */
      reason?: string;
    };
    NoteBody: {
      /** @description The note. */
      text: string;
      /** @description For audit leads alone, unless this says otherwise. */
      isPrivate?: boolean;
      /**
       * Format: uuid
       * @description Id of the action that it is about.
       */
      action?: string;
    };
    ActionChangeBody: {
      /** @description Why, in words. */
      reason?: string;
      /** @description What is to be done. */
      text?: string;
      /**
       * Format: uuid
       * @description Id of the agency that leads it; null for none.
       */
      agency?: string | null;
      /** @description Ids of agencies that help, in the place of those before. */
      supporting?: string[];
    };
    UpdateBody: {
      /** @description What was done. */
      text: string;
      /** @description The day that it is about; today, where it is left out. */
      on?: string;
      /** @description Where it can be seen: a link, or what it is called. */
      evidence?: string;
    };
    DeliveryBody: {
      /** @description Why, in words. */
      reason?: string;
      /**
       * @description How far it is. Stopping and reopening ask for a reason.
       * @enum {string}
       */
      to: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /** @description The day on which it came to be so; today, where it is left out. */
      on?: string;
    };
    MoveDueBody: {
      /** @description YYYY-MM-DD, YYYY-MM, YYYY-Qn or YYYY. */
      on: string;
      /**
       * @description How exactly the day is known; left out, as it is written.
       * @enum {string}
       */
      precision?: 'day' | 'month' | 'quarter' | 'year';
      /** @description Why it is moved; asked for where there was a date. */
      reason?: string;
    };
    DecisionBody: {
      /** @description Why, in words. */
      reason?: string;
      /**
       * @description What is decided.
       * @enum {string}
       */
      decision: 'agreed' | 'refused';
    };
    SetOwnerBody: {
      /** @description Who is to do it: an id, or a name with or without an email address; null for nobody. */
      owner: string | components['schemas']['OwnerBody'] | null;
    };
    MilestoneBody: {
      /** @description Which milestone is changed; left out, another one is added. */
      number?: number;
      /** @description What is to be reached. */
      text: string;
      /** @description By when. */
      due?: components['schemas']['DueBody'] | null;
      /** @description Whether it is reached. */
      isDone?: boolean;
    };
    ReplacementBody: {
      /** @description Why, in words. */
      reason?: string;
      /** @description The day. */
      on?: string;
      /** @description The words. */
      text?: string;
      /**
       * @description The response.
       * @enum {string}
       */
      response?: 'accepted' | 'accepted-in-part' | 'awaiting' | 'disputed' | 'not-accepted';
      /**
       * @description The delivery.
       * @enum {string}
       */
      to?: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /** @description The date by which it is due. */
      due?: components['schemas']['DueBody'];
      /**
       * @description The level of impact.
       * @enum {string}
       */
      level?: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description The sample. */
      sample?: string;
      /** @description The source. */
      source?: string;
    };
    CorrectionBody: {
      /** @description Why it was wrong. */
      reason: string;
      /** @description What is right instead; left out or null, where nothing is. */
      replacement?: components['schemas']['ReplacementBody'] | null;
    };
    RedactionAnswer: {
      /** @description Which of its words are gone. */
      redacted: ('actor' | 'from' | 'subject' | 'to' | 'why')[];
      /** @description Id of the entry. */
      id: string;
      /** @description Ids of other entries of the item that had the same words, and have them no more. */
      alsoIn: string[];
    };
    AgencyAnswer: {
      /** @description Ids of the agencies that it stands for; null where it is no group. */
      members: string[] | null;
      /**
       * @description How it became another; null while it is.
       * @enum {string|null}
       */
      succession: 'merged' | null | 'renamed' | 'split';
      /** @description Id of the agency. */
      id: string;
      /** @description Its name. */
      name: string;
      /** @description Other names by which spreadsheets and people know it. */
      otherNames: string[];
      /** @description Whether all partnerships share it. */
      isNational: boolean;
      /** @description The email address of who is told of what is long overdue there; null for nobody. */
      executive: string | null;
      /** @description The first day on which it was no more; null while it is. */
      endedOn: string | null;
      /** @description Ids of what it became. */
      successors: string[];
    };
    AgenciesAnswer: {
      /** @description By name. */
      items: components['schemas']['AgencyAnswer'][];
    };
    NewAgencyBody: {
      /** @description Slug of the partnership; it can only be your own. */
      partnership?: string;
      /** @description Its name. */
      name: string;
      /** @description Other names by which spreadsheets and people know it. */
      otherNames?: string[];
      /**
       * Format: email
       * @description The e-mail address of the executive who is told of what is long overdue.
       */
      executive?: string | null;
      /** @description Ids of the agencies that it stands for, where it is a group. */
      members?: string[] | null;
    };
    ExecutiveBody: {
      /**
       * Format: email
       * @description The e-mail address of the executive who is told of what is long overdue; null for nobody.
       */
      executive: string | null;
    };
    SuccessionBody: {
      /** @description Id of the agency that it becomes, or several where it is split; where it is renamed, the new name will do. */
      into: string | string[];
      /**
       * @description What happened to it.
       * @enum {string}
       */
      kind: 'merged' | 'renamed' | 'split';
      /** @description The first day on which it is so, YYYY-MM-DD. */
      on: string;
    };
    ReplaceOwnerBody: {
      /** @description Who leaves: an id, or a name with or without an email address. */
      from: string | components['schemas']['OwnerBody'];
      /** @description Who takes their place: an id, or a name with or without an email address; null for nobody. */
      to: string | components['schemas']['OwnerBody'] | null;
    };
    ReplacedOwners: {
      /** @description On how many open actions. */
      replaced: number;
    };
    SettingsAnswer: {
      /** @description How many days an addressee has for a response. */
      responseDays: number;
      /** @description Whether what is over is shown in blue. */
      hasBlue: boolean;
      /** @description Whether people are reminded by email. */
      hasReminders: boolean;
      /** @description After how many days overdue an agency’s executive is told. */
      executiveAfterDays: number;
      /** @description After how many days overdue the board is told. */
      boardAfterDays: number;
    };
    SettingsBody: {
      /** @description How many days an addressee has for a response. */
      responseDays?: number;
      /** @description Whether what is over is shown in blue. */
      hasBlue?: boolean;
      /** @description Whether people are reminded by e-mail. */
      hasReminders?: boolean;
      /** @description So many days overdue, an action is told to the executive of its agency, once for each date. */
      executiveAfterDays?: number;
      /** @description So many days overdue, the board is asked what is to become of it. */
      boardAfterDays?: number;
    };
    QuestionAnswerBody: {
      /** @description The sheet that the question is about. */
      sheet: string;
      /** @description Its cell: “B12”; null where it is about the sheet. */
      cell: string | null;
      /**
       * @description Which question it is.
       * @enum {string}
       */
      code:
        | 'agency-not-known'
        | 'completed-without-date'
        | 'date-not-read'
        | 'date-order-unclear'
        | 'error-value'
        | 'formula-without-result'
        | 'hidden-row'
        | 'looks-garbled'
        | 'no-action-column'
        | 'number-read-as-date'
        | 'number-used-twice'
        | 'rag-text-and-colour-differ'
        | 'refused-without-reason'
        | 'response-not-read'
        | 'responses-differ'
        | 'status-and-date-differ'
        | 'status-and-percent-differ'
        | 'status-from-colour'
        | 'status-from-progress'
        | 'status-not-known'
        | 'update-in-the-future';
      /** @description A day, a delivery, or words; null for “leave it empty”. */
      answer: string | null;
    };
    ConflictAnswerBody: {
      /** @description The sheet that it is about. */
      sheet: string;
      /** @description The row, from 1. */
      row: number;
      /** @description The field. */
      field: string;
      /**
       * @description Whose value counts.
       * @enum {string}
       */
      take: 'library' | 'sheet';
    };
    ImportAnswersBody: {
      /** @description By the letter of a column, what it holds. */
      columns?: {
        [key: string]: unknown;
      };
      /** @description Words of the sheet, and what they mean: a code of the library, or the name of an agency. */
      words?: {
        [key: string]: string;
      };
      /** @description Answers to the questions that were asked. */
      answers?: components['schemas']['QuestionAnswerBody'][];
      /** @description Which value counts, where the sheet and the library differ. */
      conflicts?: components['schemas']['ConflictAnswerBody'][];
    };
    EarlierItem: {
      /**
       * @description How far its actions are.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'none' | 'not-started' | 'stopped';
      /**
       * @description What the audit lead makes of it.
       * @enum {string}
       */
      judgement:
        | 'closed-acceptable'
        | 'closed-alternative-acceptable'
        | 'closed-exceeds'
        | 'closed-no-longer-applicable'
        | 'closed-no-response'
        | 'closed-reconsidered'
        | 'closed-superseded'
        | 'closed-unacceptable'
        | 'open'
        | 'open-acceptable'
        | 'open-alternative-acceptable'
        | 'open-unacceptable';
      /**
       * @description How far impact is proven.
       * @enum {string}
       */
      impact: 'activity' | 'none' | 'outcome' | 'policy-or-training' | 'practice';
      /** @description Id of the item that follows it. */
      id: string;
      /** @description Its number in the partnership. */
      ref: string;
      /** @description How it stands, in words. */
      word: string;
    };
    EarlierRecommendation: {
      /** @description Null where its review is not public just now. */
      review: components['schemas']['ReviewRef'] | null;
      /**
       * @description Null where nobody has decided.
       * @enum {string|null}
       */
      decision: 'confirmed' | 'dismissed' | null;
      /** @description Null where this partnership does not follow it; of others nothing is said. */
      followed: components['schemas']['EarlierItem'] | null;
      /** @description Id of the recommendation. */
      id: string;
      /** @description As its review numbers it. */
      number: string | null;
      /** @description As it reads today; null where it is not public any more, and not followed here. */
      text: string | null;
      /** @description Themes that it has in common with what is followed. */
      sharedThemes: components['schemas']['ThemeRef'][];
      /** @description The day of the decision. */
      on: string | null;
      /** @description Why it was decided so; null where nobody said. */
      reason: string | null;
    };
    SaidBeforeAnswer: {
      /** @description How often it has been said, this time included, as far as it was confirmed. */
      times: number;
      /** @description By an audit lead, the newest review first. */
      confirmed: components['schemas']['EarlierRecommendation'][];
      /** @description To be confirmed or dismissed, the most alike first; none for a day that is over. */
      suggested: components['schemas']['EarlierRecommendation'][];
      /** @description Those of which somebody said that they asked for something else. */
      dismissed: components['schemas']['EarlierRecommendation'][];
    };
    EarlierBody: {
      /**
       * Format: uuid
       * @description Its id.
       */
      recommendation: string;
      /**
       * @description Whether it asked for the same.
       * @enum {string}
       */
      decision: 'confirmed' | 'dismissed';
      /** @description Why, in words. */
      reason?: string;
    };
    ReportFact: {
      /** @description What it is. */
      label: string;
      /** @description What it says. */
      value: string;
    };
    ReportColumnItem: {
      /** @description The name of the column in `rows`. */
      key: string;
      /** @description Its heading. */
      label: string;
    };
    ReportSectionItem: {
      /** @description By key of the column: text, lines of text, a number, a day as exactly as it is known, or null. An item has its `id`, `title` and `actions`. */
      rows: {
        [key: string]: unknown;
      }[];
      /** @description What the section is called for programs. */
      key: string;
      /** @description Its heading. */
      heading: string;
      /** @description What stands above its rows. */
      paragraphs: string[];
      /** @description What its rows have. */
      columns: components['schemas']['ReportColumnItem'][];
    };
    ReportAnswer: {
      /**
       * @description Which report it is.
       * @enum {string}
       */
      kind: 'agency' | 'board' | 'review' | 'theme' | 'yearly';
      /**
       * @description How the past is looked at.
       * @enum {string}
       */
      view: 'known' | 'shown';
      /** @description Its heading. */
      title: string;
      /** @description Slug of the partnership. */
      partnership: string;
      /** @description The day that is asked about, YYYY-MM-DD. */
      asOf: string;
      /** @description Number of the partnership's last entry that counts. */
      lastEntry: number;
      /** @description The instant when it was made. */
      madeAt: string;
      /** @description What it covers. */
      about: components['schemas']['ReportFact'][];
      /** @description Its parts, in their order. */
      sections: components['schemas']['ReportSectionItem'][];
    };
    SnapshotSignature: {
      /** @description Null where the name was redacted. */
      by: string | null;
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
    };
    SnapshotAnswer: {
      /** @description Who signed it off and when; null where nobody has. */
      signedOff: components['schemas']['SnapshotSignature'] | null;
      /** @description What was counted in it. */
      counts: components['schemas']['ItemCounts'];
      /** @description Id of the snapshot. */
      id: string;
      /** @description Null where it was redacted. */
      name: string | null;
      /** @description The day of the meeting. */
      meetingOn: string;
      /** @description The day from which it is. */
      asOf: string;
      /**
       * Format: date-time
       * @description When it was taken.
       */
      takenAt: string;
      /** @description Number of the last entry of the partnership’s log that counts. */
      lastEntry: number;
      /** @description Where its chain ended when it was taken, as hexadecimal digits: kept elsewhere, it shows whether the log was changed since. */
      hash: string;
      /** @description Whether the log still has that hash at that place. */
      isWhole: boolean;
    };
    SnapshotItem: {
      /** @description Who signed it off and when; null where nobody has. */
      signedOff: components['schemas']['SnapshotSignature'] | null;
      /** @description Id of the snapshot. */
      id: string;
      /** @description Null where it was redacted. */
      name: string | null;
      /** @description The day of the meeting. */
      meetingOn: string;
      /** @description The day from which it is. */
      asOf: string;
      /**
       * Format: date-time
       * @description When it was taken.
       */
      takenAt: string;
      /** @description Number of the last entry of the partnership’s log that counts. */
      lastEntry: number;
      /** @description Where its chain ended when it was taken, as hexadecimal digits: kept elsewhere, it shows whether the log was changed since. */
      hash: string;
      /** @description Whether the log still has that hash at that place. */
      isWhole: boolean;
    };
    SnapshotList: {
      /** @description The latest first. */
      items: components['schemas']['SnapshotItem'][];
    };
    SnapshotBody: {
      /** @description Slug; one’s own, where it is left out. */
      partnership?: string;
      /** @description As people know the meeting: “Board of June 2025”. */
      name: string;
      /** @description The day of the meeting, YYYY-MM-DD: before or after today. */
      meetingOn: string;
    };
    MoveSince: {
      /** @description The date before. */
      from: components['schemas']['KnownDayItem'];
      /** @description The date since. */
      to: components['schemas']['KnownDayItem'];
      /** @description Why; null where nobody said, or where it was redacted. */
      reason: string | null;
      /** @description Less than 0 where it is sooner. */
      days: number;
    };
    MovedAction: {
      /** @description Who leads it; null where nobody does. */
      agency: components['schemas']['TrackedAgencyRef'] | null;
      /** @description Who is to do it; null for nobody. */
      owner: components['schemas']['OwnerItem'] | null;
      /** @description By when; null where no date is set. */
      due: components['schemas']['KnownDayItem'] | null;
      /** @description The first date that was set. */
      originalDue: components['schemas']['KnownDayItem'] | null;
      /**
       * @description How far it is.
       * @enum {string}
       */
      delivery: 'completed' | 'in-progress' | 'not-started' | 'stopped';
      /**
       * @description Its colour, never to be shown without `word`.
       * @enum {string}
       */
      colour: 'amber' | 'blue' | 'green' | 'grey' | 'red';
      /** @description All that fit; the first gives word and colour. */
      flags: (
        'completed' | 'due-soon' | 'no-date' | 'no-owner' | 'no-update' | 'on-track' | 'overdue' | 'stopped'
      )[];
      /** @description Id of the action. */
      id: string;
      /** @description Id of the item that it is of. */
      item: string;
      /** @description The item's number and its own: "2.1". */
      ref: string;
      /** @description What is to be done; null where it was redacted. */
      text: string | null;
      /** @description Who helps. */
      supporting: components['schemas']['TrackedAgencyRef'][];
      /** @description How often the date was moved. */
      moves: number;
      /** @description Each move of the date, in their order. */
      moved: components['schemas']['DueMove'][];
      /** @description From the original last day to the present one; less than 0 where it is sooner. */
      slippedDays: number;
      /** @description Why it is what it is, where somebody said. */
      deliveryReason: string | null;
      /** @description Null unless it is completed. */
      completedOn: string | null;
      /** @description Null unless it is stopped. */
      stoppedOn: string | null;
      /** @description How many days it is overdue; 0 where it is not. */
      overdueDays: number;
      /** @description Null where it is over, overdue, or has no date. */
      dueInDays: number | null;
      /** @description What the agency lead asked for. */
      requests: components['schemas']['RequestItem'][];
      /** @description Steps on the way. */
      milestones: components['schemas']['MilestoneItem'][];
      /** @description What was done, in the order of its days. */
      updates: components['schemas']['UpdateItem'][];
      /** @description Files that show what was done. */
      evidence: components['schemas']['EvidenceRef'][];
      /** @description The day of the last that was heard of it. */
      heardOn: string;
      /** @description The colour that a spreadsheet gave it: kept, never believed. */
      statedRag: string | null;
      /** @description How it stands, in words: “Overdue by 12 days”. */
      word: string;
      /** @description For `If-Match`. */
      version: number;
      /** @description The number of its item in the partnership. */
      itemRef: string;
      /** @description What its item says; null where it was redacted. */
      itemText: string | null;
      /** @description Each move of its date since then. */
      movesSince: components['schemas']['MoveSince'][];
    };
    LateEntry: {
      /** @description Its number in the partnership. */
      number: number;
      /** @description Id of the item. */
      item: string;
      /** @description The item’s number in the partnership. */
      itemRef: string;
      /** @description Null where it is about the item. */
      actionRef: string | null;
      /** @description What it says: `response`, `delivery`, `judgement`. */
      deed: string;
      /** @description The day when it happened, as exactly as is known. */
      effectiveOn: string;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      recordedAt: string;
    };
    MovementAnswer: {
      /** @description What it is compared with; null where nothing was taken before, and nothing has moved. */
      since: components['schemas']['SnapshotItem'] | null;
      /** @description The day that is looked at, YYYY-MM-DD. */
      asOf: string;
      /** @description Actions that were completed. */
      completed: components['schemas']['DeskAction'][];
      /** @description Actions that were stopped. */
      stopped: components['schemas']['DeskAction'][];
      /** @description Actions whose date was moved. */
      moved: components['schemas']['MovedAction'][];
      /** @description Actions that are overdue and were not. */
      newlyOverdue: components['schemas']['DeskAction'][];
      /** @description Actions that were overdue and are not. */
      noLongerOverdue: components['schemas']['DeskAction'][];
      /** @description What was entered since about the time before. */
      lateEntries: components['schemas']['LateEntry'][];
      /** @description Items that were not followed then. */
      followed: components['schemas']['TrackedItemAnswer'][];
      /** @description Items that were closed. */
      closed: components['schemas']['TrackedItemAnswer'][];
      /** @description Items that were reopened. */
      reopened: components['schemas']['TrackedItemAnswer'][];
    };
    UsedRecord: {
      /** @description Its slug. */
      slug: string;
      /** @description What it is called. */
      name: string;
    };
    UseWithdrawal: {
      /**
       * Format: date-time
       * @description When.
       */
      at: string;
      /** @description Null where the name was redacted. */
      by: string | null;
      /** @description Null where it was redacted. */
      reason: string | null;
      /** @description Number of the entry in the partnership’s log. */
      entry: number;
    };
    UsingAgency: {
      /** @description Id of the agency. */
      id: string;
      /** @description Its name. */
      name: string;
    };
    UseItem: {
      /**
       * @description What sort of record was discussed.
       * @enum {string}
       */
      kind: 'briefing' | 'review' | 'theme';
      /** @description Null where it is not public any more. */
      record: components['schemas']['UsedRecord'] | null;
      /** @description Set where it was taken back. */
      withdrawn: components['schemas']['UseWithdrawal'] | null;
      /** @description Id of the use. */
      id: string;
      /** @description The day of the discussion. */
      on: string;
      /** @description How many people took part. */
      people: number;
      /** @description Whose team it was. */
      agency: components['schemas']['UsingAgency'];
      /** @description What it changed, in words; null where nothing was said, or the words were redacted. */
      changed: string | null;
      /** @description What shows that. */
      evidence: string | null;
      /**
       * Format: date-time
       * @description When it was recorded.
       */
      recordedAt: string;
      /** @description Null where the name was redacted. */
      recordedBy: string | null;
      /** @description Number of the entry in the partnership’s log. */
      entry: number;
      /** @description Whether whoever asks may take it back. */
      mayWithdraw: boolean;
    };
    UseList: {
      /** @description The newest first. */
      items: components['schemas']['UseItem'][];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    UseBody: {
      /** @description Slug; one’s own, where it is left out. */
      partnership?: string;
      /**
       * @description What sort of record was discussed.
       * @enum {string}
       */
      kind: 'briefing' | 'review' | 'theme';
      /** @description Of the review, theme or briefing, which must be public. */
      slug: string;
      /** @description The day of the discussion, YYYY-MM-DD: not one to come. */
      on: string;
      /** @description How many took part. */
      people: number;
      /**
       * Format: uuid
       * @description Id; of an agency lead their own, and no other one.
       */
      agency?: string;
      /** @description What it changed, in words. */
      changed?: string;
      /** @description What shows that, in words. */
      evidence?: string;
    };
    ReachCount: {
      /** @description How many discussions. */
      discussions: number;
      /** @description Whoever was at two discussions is counted twice. */
      people: number;
    };
    QuarterReach: {
      /** @description How many discussions. */
      discussions: number;
      /** @description Whoever was at two discussions is counted twice. */
      people: number;
      /** @description Of the calendar year: `2025-Q1`. */
      quarter: string;
    };
    AgencyReach: {
      /** @description How many discussions. */
      discussions: number;
      /** @description Whoever was at two discussions is counted twice. */
      people: number;
      /** @description The agency. */
      agency: components['schemas']['UsingAgency'];
      /** @description Each of the period, one after the other; of the first and the last, the days that are in the period. */
      quarters: components['schemas']['QuarterReach'][];
    };
    ReachAnswer: {
      /** @description The first day that counts, YYYY-MM-DD. */
      from: string;
      /** @description The last day that counts, YYYY-MM-DD. */
      until: string;
      /** @description All of it. */
      total: components['schemas']['ReachCount'];
      /** @description Those that discussed anything, the furthest reach first. */
      agencies: components['schemas']['AgencyReach'][];
    };
    CalendarItem: {
      /** @description Id of the person whose actions it shows. */
      owner: string | null;
      /** @description Id of the agency whose actions it shows: those that it leads or supports. */
      agency: string | null;
      /** @description Id of the address. */
      id: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      madeAt: string;
    };
    CalendarList: {
      /** @description The addresses in use. */
      items: components['schemas']['CalendarItem'][];
    };
    CalendarBody: {
      /**
       * Format: uuid
       * @description Id of the person whose actions it shows; either this or `agency`.
       */
      owner?: string;
      /**
       * Format: uuid
       * @description Id of the agency.
       */
      agency?: string;
    };
    CalendarMade: {
      /** @description For a calendar program; whoever has it can read the dates. Null for a request that came before: it is shown once. */
      url: string | null;
      /** @description Id of the address. */
      id: string;
    };
    AwayItem: {
      /** @description The first day, YYYY-MM-DD. */
      from: string;
      /** @description The last day, YYYY-MM-DD. */
      until: string;
      /** @description Id of who has their mail meanwhile. */
      deputy: string;
    };
    DirectoryOwner: {
      /** @description Their email address; null where none is known. */
      email: string | null;
      /** @description Until when they are away, and who stands in; null where they are here. */
      away: components['schemas']['AwayItem'] | null;
      /** @description Id of the person. */
      id: string;
      /** @description Their name. */
      name: string;
      /** @description Whether they get reminders, where they have an address. */
      wantsReminders: boolean;
    };
    DirectoryOwners: {
      /** @description By name. */
      items: components['schemas']['DirectoryOwner'][];
    };
    AwayBody: {
      /** @description The first day on which they are away, YYYY-MM-DD. */
      from: string;
      /** @description The last one. */
      until: string;
      /**
       * Format: uuid
       * @description Id of somebody else of the directory, who has their mail meanwhile.
       */
      deputy: string;
    };
    RemindersBody: {
      /** @description Whether they want to be reminded. */
      wanted: boolean;
    };
    RoundPersonAction: {
      /** @description What they have said of it. */
      said: ('delivery' | 'move-asked' | 'no-change' | 'other' | 'stop-asked' | 'update')[];
      /** @description Id of the action. */
      id: string;
      /** @description Its number: “2.1”. */
      ref: string;
      /** @description Whether it is open. */
      isOpen: boolean;
      /** @description Whether they have answered for it. */
      isAnswered: boolean;
    };
    RoundPerson: {
      /** @description The day on which they were last reminded. */
      remindedOn: string | null;
      /**
       * @description How far the last e-mail to them is.
       * @enum {string}
       */
      mail: 'refused' | 'sent' | 'waiting';
      /** @description Id of the owner. */
      id: string;
      /** @description Their name. */
      name: string;
      /** @description Whether they have answered for all of them. */
      isAnswered: boolean;
      /** @description The actions went to somebody else, or the person was taken out of the directory: nothing is asked of them any more. */
      isGone: boolean;
      /**
       * Format: date-time
       * @description When they answered by their link.
       */
      answeredAt: string | null;
      /** @description Those of the round that they own now. */
      actions: components['schemas']['RoundPersonAction'][];
    };
    RoundItem: {
      /** @description Null where it was redacted. */
      name: string | null;
      /** @description Id of the round. */
      id: string;
      /** @description The day by which answers are asked for. */
      by: string;
      /**
       * Format: date-time
       * @description When it was opened.
       */
      openedAt: string;
      /** @description Whether it is closed. */
      isClosed: boolean;
      /** @description How many actions it asks about. */
      actionCount: number;
      /** @description How many people were asked, without those of whom nothing is asked any more. */
      asked: number;
      /** @description How many of those people have answered. */
      answered: number;
      /** @description Who was asked. */
      people: components['schemas']['RoundPerson'][];
    };
    RoundList: {
      /** @description The newest first. */
      items: components['schemas']['RoundItem'][];
    };
    RoundBody: {
      /** @description Slug; one’s own, where it is left out. */
      partnership?: string;
      /** @description What the audit lead calls it: “Quarter 1 of 2025/26”. It is in no e-mail. */
      name: string;
      /** @description Ids of the actions that are asked about; all that are open, where it is left out. */
      actions?: string[];
      /** @description The day by which answers are asked for, YYYY-MM-DD. */
      by: string;
    };
    RoundRecipient: {
      /** @description Whose mail it is, where it goes to somebody else in their place. */
      standsInFor: string | null;
      /** @description Id of whom it goes to in their place; null where it goes to themself. */
      deputy: string | null;
      /** @description Id of the owner. */
      id: string;
      /** @description Their name. */
      name: string;
      /** @description Their email address. */
      address: string;
      /** @description Numbers of the actions: “2.1”. */
      actions: string[];
    };
    RoundNotAsked: {
      /** @description Name of its owner. */
      name: string | null;
      /**
       * @description Why nobody is asked.
       * @enum {string}
       */
      why:
        | 'action-closed'
        | 'answered'
        | 'asked-before'
        | 'no-address'
        | 'no-owner'
        | 'not-asked-yet'
        | 'owner-removed'
        | 'reminded-today';
      /** @description Its number: “2.1”. */
      action: string;
    };
    RoundMailing: {
      /** @description Whether it was only looked at: nothing was sent. */
      preview: boolean;
      /** @description Who gets an email. */
      people: components['schemas']['RoundRecipient'][];
      /** @description For which actions nobody gets one, and why. */
      notAsked: components['schemas']['RoundNotAsked'][];
    };
    ClearingBody: {
      /**
       * @description What sort of hit it is.
       * @enum {string}
       */
      kind:
        | 'address'
        | 'date-of-birth'
        | 'date-of-death'
        | 'email'
        | 'national-insurance-number'
        | 'nhs-number'
        | 'postcode'
        | 'protected-term'
        | 'telephone';
      /** @description Where it is, as the refusal says; may be left out where the text has one hit of this kind. */
      start?: number;
      /** @description Why it identifies nobody. */
      reason: string;
    };
    LineBody: {
      /** @description In neutral words: what was done, and what came of it. */
      text: string;
      /** @description What the check found and identifies nobody. */
      cleared?: components['schemas']['ClearingBody'][];
    };
    ReleaseBody: {
      /** @description What the check found and identifies nobody. */
      cleared?: components['schemas']['ClearingBody'][];
    };
    ProgressReportWords: {
      /** @description Its heading. */
      title: string;
      /** @description In neutral words; a blank line begins another paragraph. */
      introduction: string;
    };
    ProgressReportItem: {
      /** @description As it was written last; null where that was redacted. */
      written: components['schemas']['ProgressReportWords'] | null;
      /** @description Id of the report. */
      id: string;
      /** @description Slug of the review. */
      review: string;
      /** @description What the review is called. */
      reviewLabel: string;
      /** @description Name of who wrote it; null where it was redacted. */
      writtenBy: string | null;
      /** @description Whether what was written last is not what is public. */
      isWaiting: boolean;
      /** @description The day of the release; null while nothing is public. */
      releasedOn: string | null;
      /** @description For `If-Match`. */
      version: number;
    };
    ProgressReportList: {
      /** @description By review. */
      items: components['schemas']['ProgressReportItem'][];
    };
    ProgressReportBody: {
      /** @description What the check found and identifies nobody. */
      cleared?: components['schemas']['ClearingBody'][];
      /** @description Its heading. */
      title: string;
      /** @description In neutral words; a blank line begins another paragraph. */
      introduction: string;
    };
    ProtectedTermItem: {
      /** @description Id of the term. */
      id: string;
      /** @description A name, a place or another word that must not be published. */
      term: string;
    };
    ProtectedTermList: {
      /** @description Words that must not be published. */
      items: components['schemas']['ProtectedTermItem'][];
    };
    TermBody: {
      /** @description A name, a place or another word that must not be published. */
      term: string;
    };
    LearningPoint: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description `theme-named` teaches nothing and counts nowhere as a learning point.
       * @enum {string}
       */
      learningKind: 'finding' | 'good-practice' | 'key-lesson' | 'theme-named';
      /** @description What it is about. */
      theme: components['schemas']['ThemeRef'];
      /** @description The part of `url` after `#`: unique within the review. */
      anchor: string;
      /** @description Null for `theme-named`, and only there. */
      statement: string | null;
      /** @description The words that the source uses for the theme; null where it uses the theme's own name. */
      phrase: string | null;
      /** @description Pages of the full report. */
      pages: number[];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ReviewRecommendation: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description How far it reaches.
       * @enum {string|null}
       */
      scope: 'local' | 'national' | null | 'regional';
      /** @description As the review numbers it: "1", "4b". */
      number: string | null;
      /** @description Its words. */
      text: string;
      /** @description Who is to act. */
      addressees: components['schemas']['AgencyRef'][];
      /** @description What it is about. */
      themes: components['schemas']['ThemeRef'][];
      /** @description What came of it, by partnership; empty where nobody has published a response. */
      progress: components['schemas']['RecommendationProgress'][];
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ReviewDocumentLink: {
      /** @description `full-report`, `executive-summary`, `progress-report`, `one-page-learning`, …: an open list. */
      kind: string;
      /** @description What it is called. */
      title: string;
      /** @description On its publisher's own site. */
      link: string | null;
    };
    ReviewProgressReport: {
      /** @description Slug of the partnership. */
      partnership: string;
      /** @description What the partnership is called. */
      partnershipName: string;
      /** @description Its heading. */
      title: string;
      /** @description A blank line begins another paragraph. */
      introduction: string;
      /** @description Address of its page, which shows every recommendation with what came of it. */
      url: string;
      /** @description The day of the release, YYYY-MM-DD. */
      updatedOn: string;
    };
    RelatedReview: {
      /** @description The other review. */
      review: components['schemas']['ReviewRef'];
      /** @description The rarest of the themes that both are about: why it is here. */
      themes: components['schemas']['ThemeRef'][];
    };
    ReviewDetail: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /**
       * @description Whom the review is about.
       * @enum {string|null}
       */
      about: 'adults' | 'both' | 'children' | null;
      /**
       * @description Type of the review.
       * @enum {string|null}
       */
      type:
        | 'cpr'
        | 'dardr'
        | 'independent-review'
        | 'lcspr'
        | 'learning-review'
        | 'national-review'
        | null
        | 'other'
        | 'rapid-review'
        | 'sar'
        | 'sar-discretionary'
        | 'scr'
        | 'susr'
        | 'thematic-review';
      /**
       * @deprecated
       * @description `publisherLink`, as it was called before; until version 2.
       */
      publisherWebsite: string | null;
      /** @description Slug of the publisher. */
      publisherSlug: string;
      /** @description The publisher's own site. */
      publisherLink: string | null;
      /** @description When a newsletter passed it on; not the day it was published. */
      relayedOn: string | null;
      /** @description What it is about, in a few sentences. */
      summary: string | null;
      /** @description The themes of its learning points and recommendations, and those that it names. */
      themes: components['schemas']['ThemeRef'][];
      /** @description In the order of the review, with the themes that it only names (`theme-named`). */
      learning: components['schemas']['LearningPoint'][];
      /** @description In the order of the review. */
      recommendations: components['schemas']['ReviewRecommendation'][];
      /** @description Its reports and summaries. */
      documents: components['schemas']['ReviewDocumentLink'][];
      /** @description Published beside it, by partnership. */
      progressReports: components['schemas']['ReviewProgressReport'][];
      /** @description Briefings on it. */
      briefings: components['schemas']['BriefingSummary'][];
      /** @description At most five, those first that share most: rare themes count more. */
      related: components['schemas']['RelatedReview'][];
      /** @description Words that its publisher gave it. */
      keywords: string[];
      /** @description Where it comes from. */
      sources: components['schemas']['SourceLink'][];
      /** @description To be shown with it where this library wrote it from its sources; null where its publisher did. */
      summarised: components['schemas']['SummaryNotice'] | null;
      /** @description The publisher's or a catalogue's own identifier. */
      reference: string | null;
      /** @description As its publisher calls it, such as "Child J". Two publishers may use the same label. */
      label: string;
      /** @description Its title. */
      title: string;
      /** @description Name of the publisher. */
      publisher: string;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description Whether this library wrote what it says of the review, from the review's sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
    };
    ThemeYear: {
      /** @description Year of the review's publication. */
      year: number;
      /** @description How many of that year’s reviews carry the theme. */
      reviews: number;
      /** @description How many reviews of this year the library holds in all: few may mean few reviews, not a rarer theme. */
      allReviews: number;
    };
    ThemeTogether: {
      /**
       * Format: double
       * @description How many times as often as chance alone would bring both together.
       */
      lift: number;
      /** @description Address of its page. */
      url: string;
      /** @description How many reviews carry both. */
      reviews: number;
      /** @description Its place in addresses. */
      slug: string;
      /** @description What it is called. */
      label: string;
    };
    LaterReview: {
      /** @description The review. */
      review: components['schemas']['ReviewRef'];
      /** @description How many recommendations on the theme are known to have been published before this review. */
      earlierRecommendations: number;
    };
    LaterReviewList: {
      /** @description The reviews of this page. */
      items: components['schemas']['LaterReview'][];
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description Where `cursor` was asked for: from where to read on; null at the end. */
      cursor?: string | null;
    };
    ThemeRecurrence: {
      /** @description Year of the first recommendation on the theme whose date is known. */
      firstRecommended: number | null;
      /** @description How many recommendations on the theme were published before at least one of these reviews. */
      recommendations: number;
      /** @description Newest first. `page` and `limit` of the request are about this list. */
      laterReviews: components['schemas']['LaterReviewList'];
    };
    ThemeStatistics: {
      /** @description The theme. */
      theme: components['schemas']['ThemeRef'];
      /** @description How many reviews carry the theme: in a learning point or a recommendation, or by naming it. */
      reviews: number;
      /** @description Every year from the first review with the theme to the library's newest review; empty where no year is known. */
      years: components['schemas']['ThemeYear'][];
      /** @description How many of the reviews have no known year. */
      withoutYear: number;
      /** @description At most eight, the strongest links first. */
      together: components['schemas']['ThemeTogether'][];
      /** @description What was recommended, and seen again. */
      recurrence: components['schemas']['ThemeRecurrence'];
    };
    NamedTheme: {
      /** @description The name of the theme that the words came nearest to; its own label where that name is not for display. */
      matched: string;
      /** @description What it means. */
      definition: string | null;
      /** @description Whether the theme says what to look for, ask and do. */
      hasGuidance: boolean;
      /** @description Whether an editor has taken it into the thesaurus; otherwise it is a name that a source used. */
      accepted: boolean;
      /** @description Whether a published review carries it or a narrower one, or says the words; whatever the filters. */
      inReviews: boolean;
      /** @description Its place in addresses. */
      slug: string;
      /** @description What it is called. */
      label: string;
    };
    NotInReviews: {
      /** @description As it was named: “hoarding”. */
      about: string;
      /** @description The theme that is meant: what to look for, ask and do. */
      theme: components['schemas']['ThemeDetail'];
    };
    FoundThemeRef: {
      /** @description Its place in addresses. */
      slug: string;
      /** @description What it is called. */
      label: string;
    };
    SearchHelp: {
      /** @description The query with its misspelt words put right, where nothing here says them: what was searched for. */
      correction: string | null;
      /** @description Set where the words name a theme, or come very near to one, and no review carries or says what they name. */
      notInReviews: components['schemas']['NotInReviews'] | null;
      /** @description Nothing here says any of the words, and they name no theme; whatever the filters. */
      nothingSays: boolean;
      /** @description At most five themes that the words come near to; where `notInReviews` is set, also those beside its theme. */
      nearest: components['schemas']['FoundThemeRef'][];
    };
    FoundReviewRef: {
      /**
       * @description Whom the review is about.
       * @enum {string|null}
       */
      about: 'adults' | 'both' | 'children' | null;
      /**
       * @description Type of the review.
       * @enum {string|null}
       */
      type:
        | 'cpr'
        | 'dardr'
        | 'independent-review'
        | 'lcspr'
        | 'learning-review'
        | 'national-review'
        | null
        | 'other'
        | 'rapid-review'
        | 'sar'
        | 'sar-discretionary'
        | 'scr'
        | 'susr'
        | 'thematic-review';
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description The publisher's or a catalogue's own identifier. */
      reference: string | null;
      /** @description As its publisher calls it, such as "Child J". Two publishers may use the same label. */
      label: string;
      /** @description Its title. */
      title: string;
      /** @description Name of the publisher. */
      publisher: string;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
    };
    SearchPart: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /**
       * @description What sort of part it is.
       * @enum {string}
       */
      kind: 'learning-point' | 'recommendation';
      /** @description What it is called. */
      title: string;
      /** @description A cut of its text as HTML: everything is escaped, and `<mark>` is round what matched. */
      snippet: string;
      /** @description The same cut as plain text. */
      snippetText: string;
      /** @description What it is about. */
      themes: components['schemas']['FoundThemeRef'][];
      /**
       * @description Of a learning point: finding, key lesson or good practice.
       * @enum {string|null}
       */
      learningKind: 'finding' | 'good-practice' | 'key-lesson' | null | 'theme-named';
      /** @description Of a learning point: the words that the source uses for the theme; null where it uses the theme's own name. */
      phrase: string | null;
    };
    FoundPage: {
      /** @description Which document: `full-report`. */
      document: string;
      /** @description The number of the page, from 1. */
      page: number;
      /** @description HTML: everything is escaped, and `<mark>` is round what matched. */
      snippet: string;
      /** @description The same as plain text. */
      snippetText: string;
      /** @description Address of the document at its publisher, where it is known. */
      link: string | null;
    };
    RankReason: {
      /**
       * Format: double
       * @description How much it counts.
       */
      score: number;
      /** @description `word: …`, `theme: …` or `name`. */
      because: string;
    };
    Explanation: {
      /**
       * Format: double
       * @description The sum of it.
       */
      score: number;
      /** @description What it is made of, the greatest first. */
      reasons: components['schemas']['RankReason'][];
    };
    SearchItem: {
      /**
       * Format: uuid
       * @description Made from what identifies the record: a library that is built anew from its bundles has the same.
       */
      id: string;
      /**
       * Format: uri
       * @description Its page, in full.
       */
      webUrl: string;
      /**
       * Format: uri
       * @description It alone in this API, in full.
       */
      apiUrl: string;
      /**
       * Format: date-time
       * @description When what the public sees of it was last published, changed or withdrawn: RFC 3339, UTC.
       */
      updatedAt: string;
      /** @description What tells it from others of its kind in `url`: `darlington-child-j-2025`, and of its parts `…/4b` and `…#neglect`. */
      slug: string;
      /** @description Its page, as a path of this library. */
      url: string;
      /** @description Whose it is, in a sentence. */
      rights: string;
      /** @description Where it comes from and who wrote it, in a sentence: show this with it. */
      attribution: string;
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind: 'briefing' | 'learning-point' | 'recommendation' | 'resource' | 'review' | 'theme';
      /** @description Why it is here where no word of it is marked: “Carries the theme “Self-neglect””; null where no theme was asked for. */
      because: string | null;
      /** @description The review it is, or comes from. */
      review: components['schemas']['FoundReviewRef'] | null;
      /** @description Whether the words are the name of this review and nothing else: the others only mention them. */
      named: boolean;
      /** @description Of a briefing or resource. */
      publisher: string | null;
      /** @description `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: as much as is known. */
      publishedOn: string | null;
      /** @description Of a briefing or resource: `seven-minute`, `training`, … */
      type: string | null;
      /** @description Whether this library wrote it, from its sources: say so wherever it is shown. */
      summaryByLibrary: boolean;
      /** @description Of a review: what else in it has to do with the query, the best first. */
      parts: components['schemas']['SearchPart'][];
      /** @description Pages of its full report on which the words stand. */
      pages: components['schemas']['FoundPage'][];
      /** @description With `explain=true`: why it ranks where it does. */
      explanation: components['schemas']['Explanation'] | null;
      /** @description What it is called. */
      title: string;
      /** @description A cut of its text as HTML: everything is escaped, and `<mark>` is round what matched. */
      snippet: string;
      /** @description The same cut as plain text. */
      snippetText: string;
      /** @description What it is about. */
      themes: components['schemas']['FoundThemeRef'][];
      /**
       * @description Of a learning point: finding, key lesson or good practice.
       * @enum {string|null}
       */
      learningKind: 'finding' | 'good-practice' | 'key-lesson' | null | 'theme-named';
      /** @description Of a learning point: the words that the source uses for the theme; null where it uses the theme's own name. */
      phrase: string | null;
    };
    SearchFacets: {
      /** @description Kind of result */
      kind: {
        [key: string]: number;
      };
      /** @description About */
      about: {
        [key: string]: number;
      };
      /** @description Type of review */
      type: {
        [key: string]: number;
      };
      /** @description Theme */
      theme: {
        [key: string]: number;
      };
      /** @description Recommendations to */
      agency: {
        [key: string]: number;
      };
      /** @description Ages mentioned */
      age: {
        [key: string]: number;
      };
      /** @description Publisher */
      publisher: {
        [key: string]: number;
      };
      /** @description Year */
      year: {
        [key: string]: number;
      };
    };
    FacetValue: {
      /** @description What the filter takes. */
      value: string;
      /** @description What it is called. */
      label: string;
      /** @description How many results choosing it would leave. */
      count: number;
    };
    SearchFacetValues: {
      /** @description Kind of result */
      kind: components['schemas']['FacetValue'][];
      /** @description About */
      about: components['schemas']['FacetValue'][];
      /** @description Type of review */
      type: components['schemas']['FacetValue'][];
      /** @description Theme */
      theme: components['schemas']['FacetValue'][];
      /** @description Recommendations to */
      agency: components['schemas']['FacetValue'][];
      /** @description Ages mentioned */
      age: components['schemas']['FacetValue'][];
      /** @description Publisher */
      publisher: components['schemas']['FacetValue'][];
      /** @description Year */
      year: components['schemas']['FacetValue'][];
    };
    SearchAnswer: {
      /** @description The filters of which `facets` and `facetValues` have the 100 commonest values only: there are more. */
      facetsCut: ('about' | 'age' | 'agency' | 'kind' | 'publisher' | 'theme' | 'type' | 'year')[];
      /** @description Labels of the themes that the facets name by slug. */
      themeLabels: {
        [key: string]: string;
      };
      /** @description What was searched for, as it was read. */
      query: string;
      /** @description Which page this is, from 1. */
      page: number;
      /** @description How many items a full page has. */
      limit: number;
      /** @description How many items there are on all pages. */
      total: number;
      /** @description True while a simpler search stands in for the usual one. */
      degraded: boolean;
      /** @description How many new or changed records cannot be found yet: they are being added to the search. Mostly 0. */
      behind: number;
      /** @description What was asked for by a filter and names nothing here, and so finds nothing: `agency=…`. */
      unknown: string[];
      /** @description The themes that the words name. They stand here and not among `items`. */
      themes: components['schemas']['NamedTheme'][];
      /** @description What to try where little was found. */
      help: components['schemas']['SearchHelp'];
      /** @description What was found, the best first. */
      items: components['schemas']['SearchItem'][];
      /** @description How many results each value of a filter would leave. */
      facets: components['schemas']['SearchFacets'];
      /** @description The same as lists, in the order in which they are offered. */
      facetValues: components['schemas']['SearchFacetValues'];
    };
    Suggestion: {
      /**
       * @description What sort of record it is.
       * @enum {string}
       */
      kind: 'briefing' | 'review' | 'theme';
      /** @description What is suggested. */
      label: string;
      /** @description What tells it from others: publisher and year; of a theme the other name of it that was matched. */
      hint: string | null;
      /** @description Address of its page. */
      url: string;
      /** @description Its place in addresses. */
      slug: string;
    };
    SuggestAnswer: {
      /** @description What was typed, as it was read. */
      query: string;
      /** @description Themes first, then reviews, then briefings. */
      items: components['schemas']['Suggestion'][];
      /** @description True while a simpler search stands in for the usual one. */
      degraded: boolean;
    };
    MergedInto: {
      /** @description Of the record. */
      id: string;
      /** @description Its slug. */
      slug: string;
      /** @description Address of its page. */
      url: string;
    };
    ChangeItem: {
      /**
       * @description What it is.
       * @enum {string}
       */
      kind:
        | 'agency'
        | 'briefing'
        | 'learning-point'
        | 'partnership'
        | 'recommendation'
        | 'resource'
        | 'review'
        | 'theme';
      /**
       * @description `published`: take the record in. `updated`: take it in again. `withdrawn`: remove it, for it is not public any more, or no
       *     longer among what your filters ask for. `merged`: remove it, and use `into` instead.
       * @enum {string}
       */
      event: 'merged' | 'published' | 'updated' | 'withdrawn';
      /** @description The record as lists have it; null where it was withdrawn or merged. */
      record: {
        [key: string]: unknown;
      } | null;
      /** @description Of the record, and the same for ever. */
      id: string;
      /** @description Null where it could identify someone who is not to be named any more. */
      slug: string | null;
      /** @description When it was last published, changed or withdrawn (RFC 3339, UTC). */
      updatedAt: string;
      /** @description Where the API has it; what is withdrawn answers 410 there. */
      apiUrl: string | null;
      /** @description The record to use instead; only of what was merged. */
      into: components['schemas']['MergedInto'] | null;
    };
    ChangeList: {
      /** @description Each record once, those that changed first before the others. To take one in twice does no harm. */
      items: components['schemas']['ChangeItem'][];
      /** @description From where to read on. Keep it, also when there is nothing more to come: it is where the next changes will be. */
      cursor: string;
      /** @description Whether there are more to read now. */
      more: boolean;
      /** @description What was asked for and names nothing here, and so finds nothing: `theme=…`. */
      unknown: string[];
    };
    EmbedEntry: {
      /** @description What was learnt, in at most about 240 characters; null where the source only names the theme. */
      line: string | null;
      /** @description What it comes from: the review, as its publisher calls it. */
      title: string;
      /** @description Address of its page in the library. */
      url: string;
      /** @description Publisher, date (as much as is known) and what else must be said with it, in words. */
      facts: string;
    };
    EmbedMore: {
      /** @description What the link says. */
      text: string;
      /** @description Where it leads in the library. */
      url: string;
    };
    EmbedContactLine: {
      /** @description Whom the call is about, in words. */
      about: string;
      /** @description Who answers or may call. */
      who: string;
      /** @description As people read it. */
      phone: string;
      /** @description The same as `tel:` takes it. */
      dial: string;
    };
    EmbedContact: {
      /** @description Whose lines these are. */
      name: string;
      /** @description The place they are for; null where the name does not say. */
      place: string | null;
      /** @description In the order in which they are shown. */
      lines: components['schemas']['EmbedContactLine'][];
    };
    EmbedAnswer: {
      /**
       * @description What is shown.
       * @enum {string}
       */
      kind: 'briefing' | 'publisher' | 'resource' | 'review' | 'theme';
      /** @description What it is, in words, to stand above the title. */
      kindWords: string;
      /** @description What it is called. */
      title: string;
      /** @description Address of its page in the library. */
      url: string;
      /** @description Of a single record: publisher, date and what else must be said with it. */
      facts: string | null;
      /** @description Of a single record: what it says, in one line. */
      line: string | null;
      /** @description Of a theme or a publisher the newest first, of a search the best. */
      entries: components['schemas']['EmbedEntry'][];
      /** @description Said where there are no entries, or where they need a word. */
      note: string | null;
      /** @description Null where there is no more. */
      more: components['schemas']['EmbedMore'] | null;
      /** @description Null where the library has no contact lines: then say “call the council where the child or adult lives”. */
      contact: components['schemas']['EmbedContact'] | null;
    };
    EmbedSearchAnswer: {
      /**
       * @description What is shown.
       * @enum {string}
       */
      kind: 'search';
      /** @description What it is, in words, to stand above the title. */
      kindWords: string;
      /** @description What it is called. */
      title: string;
      /** @description Address of its page in the library. */
      url: string;
      /** @description Of a single record: publisher, date and what else must be said with it. */
      facts: string | null;
      /** @description Of a single record: what it says, in one line. */
      line: string | null;
      /** @description Of a theme or a publisher the newest first, of a search the best. */
      entries: components['schemas']['EmbedEntry'][];
      /** @description Said where there are no entries, or where they need a word. */
      note: string | null;
      /** @description Null where there is no more. */
      more: components['schemas']['EmbedMore'] | null;
      /** @description Null where the library has no contact lines: then say “call the council where the child or adult lives”. */
      contact: components['schemas']['EmbedContact'] | null;
    };
    Liveness: {
      /**
       * @description Always `ok`: a process that can say this lives.
       * @enum {string}
       */
      status: 'ok';
    };
    Readiness: {
      /** @description Each part, and `up` or what is wrong with it. An `index` that is “behind by 120 records” keeps no visitor away. */
      parts: {
        [key: string]: string;
      };
      /**
       * @description `ready`; `degraded` while a simpler search stands in or the disk is full; `not-ready` when visitors cannot be served.
       * @enum {string}
       */
      status: 'degraded' | 'not-ready' | 'ready';
      /** @description The parts that visitors have to do without; an index that is behind is none. */
      notReady: string[];
    };
  };
  responses: {
    /** @description Nothing has changed since the answer whose `ETag` you sent as `If-None-Match`. */
    NotModified: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        ETag: components['headers']['ETag'];
        'Cache-Control': components['headers']['Cache-Control'];
        Link: components['headers']['Link'];
        Deprecation: components['headers']['Deprecation'];
        Sunset: components['headers']['Sunset'];
        [name: string]: unknown;
      };
      content?: never;
    };
    /** @description Something in the request does not fit: `errors` names it. */
    BadRequest: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key is not good, or there is none where one is needed. */
    NotSignedIn: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'WWW-Authenticate': components['headers']['WWW-Authenticate'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The key, or whoever is signed in, may not do this. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description There is nothing here, or nothing that you may know of. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description This address takes other methods: `Allow` names them. */
    MethodNotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        Allow: components['headers']['Allow'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It does not go with how things stand: `code` says why. */
    Conflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Somebody else was faster: it is not the version that `If-Match` names any more. */
    Overtaken: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description The file is too large. */
    TooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description This format is not taken. */
    NotTaken: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description It can be understood, and something is missing: `code` says what. */
    Unprocessable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description You have asked too often, or too much at once. `RateLimit-Policy` and `RateLimit`, which every answer has, say how often you may ask, and what is left. */
    TooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id'];
        'RateLimit-Policy': components['headers']['RateLimit-Policy'];
        RateLimit: components['headers']['RateLimit'];
        'Retry-After': components['headers']['Retry-After'];
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description Anything else that goes wrong: `code` says what, and 503 that it will pass. */
    Unexpected: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
    mailto: string;
  };
  requestBodies: never;
  headers: {
    /** @description The number of the request: say it when you tell us of a problem. */
    'X-Request-Id': string;
    /** @description Send it as `If-None-Match` when you ask again: if nothing has changed, the answer is 304, without a body. */
    ETag: string;
    /** @description `no-cache`: keep it, and ask again before you show it, for it may have been withdrawn. */
    'Cache-Control': string;
    /** @description Where to go on: `next`, `prev` and `first` of a list, `alternate` for people, `describedby` (RFC 8288). */
    Link: string;
    /** @description Where something in the answer is marked `deprecated` here: since when, as `@` and seconds (RFC 9745). */
    Deprecation: string;
    /** @description When what is deprecated goes: six months later (RFC 8594). */
    Sunset: string;
    /** @description How often you may ask: `"address";q=60;w=60` is 60 times in 60 seconds. */
    'RateLimit-Policy': string;
    /** @description What is left of it: `"address";r=59;t=60` is 59 times in the next 60 seconds. */
    RateLimit: string;
    /** @description Wait so many seconds before you ask again. */
    'Retry-After': number;
    /** @description The methods that this address takes. */
    Allow: string;
    /** @description `Bearer`: send another key, or none. */
    'WWW-Authenticate': string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  Search_search: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Only results of these kinds. */
        kind?: ('briefing' | 'learning-point' | 'recommendation' | 'resource' | 'review' | 'theme')[];
        /** @description Whom the review is about. Only such reviews, and what comes from them. */
        about?: ('adults' | 'both' | 'children')[];
        /** @description Type of the review. Only such reviews, and what comes from them. */
        type?: (
          | 'cpr'
          | 'dardr'
          | 'independent-review'
          | 'lcspr'
          | 'learning-review'
          | 'national-review'
          | 'other'
          | 'rapid-review'
          | 'sar'
          | 'sar-discretionary'
          | 'scr'
          | 'susr'
          | 'thematic-review'
        )[];
        /** @description Only what carries these themes, or themes narrower than them: slug or name. */
        theme?: string[];
        /** @description Only reviews with a recommendation to these agencies: slug or name. */
        agency?: string[];
        /** @description Only what speaks of someone of these ages. */
        age?: ('1-to-4' | '12-to-17' | '18-to-64' | '5-to-11' | '65-and-over' | 'under-1')[];
        /** @description Only what these publishers published: slug or name. */
        publisher?: string[];
        /** @description Only what was published in these years. */
        year?: number[];
        /** @description Counts in `facets.theme` only values with words in their names that begin like these: for where `facetsCut` says that there are more than it holds. Finds no other results. */
        themeNamed?: string;
        /** @description Counts in `facets.agency` only values with words in their names that begin like these: for where `facetsCut` says that there are more than it holds. Finds no other results. */
        agencyNamed?: string;
        /** @description Counts in `facets.publisher` only values with words in their names that begin like these: for where `facetsCut` says that there are more than it holds. Finds no other results. */
        publisherNamed?: string;
        /** @description What you are looking for, in your own words: at most 512 characters. Left out, everything is listed. */
        q?: string;
        /** @description `true`: say of each result why it ranks where it does. */
        explain?: boolean;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SearchAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Suggest_suggest: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description What was typed so far: at most 512 characters. Fewer than two find nothing. */
        q?: string;
        /** @description How many suggestions, at most 20. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SuggestAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Themes_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description `accepted` unless told otherwise. */
        status?: ('accepted' | 'proposed')[];
        /** @description Slug or name of the theme right above. */
        broader?: string[];
        /** @description By name, or by how many reviews are about it; with `-` the other way round. */
        sort?: '-label' | '-reviews' | 'label' | 'reviews';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThemeList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Themes_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the theme.
         * @example parental-mental-health
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThemeDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Themes_learning: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path: {
        /**
         * @description Slug of the theme.
         * @example parental-mental-health
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LearningPointList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Themes_statistics: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path: {
        /**
         * @description Slug of the theme.
         * @example parental-mental-health
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ThemeStatistics'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Reviews_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Whom the review is about. */
        about?: ('adults' | 'both' | 'children')[];
        /** @description Type of the review. */
        type?: (
          | 'cpr'
          | 'dardr'
          | 'independent-review'
          | 'lcspr'
          | 'learning-review'
          | 'national-review'
          | 'other'
          | 'rapid-review'
          | 'sar'
          | 'sar-discretionary'
          | 'scr'
          | 'susr'
          | 'thematic-review'
        )[];
        /** @description Slug or name of a theme; reviews on narrower themes are found as well. */
        theme?: string[];
        /** @description Slug or name of the publisher. */
        publisher?: string[];
        /** @description Year of publication. */
        year?: number[];
        /** @description Dates run from old to new, with `-` from new to old; what has no date comes last. Names run from A to Z. */
        sort?: '-publishedOn' | 'label' | 'publishedOn' | 'publisher' | 'title';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Reviews_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the review.
         * @example darlington-child-j-2025
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReviewDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Learning_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Whom the review is about. */
        about?: ('adults' | 'both' | 'children')[];
        /** @description Type of the review. */
        type?: (
          | 'cpr'
          | 'dardr'
          | 'independent-review'
          | 'lcspr'
          | 'learning-review'
          | 'national-review'
          | 'other'
          | 'rapid-review'
          | 'sar'
          | 'sar-discretionary'
          | 'scr'
          | 'susr'
          | 'thematic-review'
        )[];
        /** @description Slug or name of a theme; learning points on narrower themes are found as well. */
        theme?: string[];
        /** @description Finding, key lesson or good practice. */
        learningKind?: ('finding' | 'good-practice' | 'key-lesson')[];
        /** @description Slug of its review. */
        review?: string[];
        /** @description Slug or name of the review's publisher. */
        publisher?: string[];
        /** @description Year of the review's publication. */
        year?: number[];
        /**
         * @description By the date of the review, from old to new (with `-` from new to old; what has no date comes last), or by theme or
         *     publisher, from A to Z.
         */
        sort?: '-publishedOn' | 'publishedOn' | 'publisher' | 'theme';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LearningPointList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Learning_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Id of the learning point.
         * @example 31446dd8-f588-526d-afbe-4bd6f6e817e7
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['LearningPointDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Recommendations_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Whom the review is about. */
        about?: ('adults' | 'both' | 'children')[];
        /** @description Type of the review. */
        type?: (
          | 'cpr'
          | 'dardr'
          | 'independent-review'
          | 'lcspr'
          | 'learning-review'
          | 'national-review'
          | 'other'
          | 'rapid-review'
          | 'sar'
          | 'sar-discretionary'
          | 'scr'
          | 'susr'
          | 'thematic-review'
        )[];
        /** @description Slug or name of a theme; recommendations on narrower themes are found as well. */
        theme?: string[];
        /** @description Slug or name of an agency that is to act. */
        agency?: string[];
        /** @description Slug of its review. */
        review?: string[];
        /** @description How far it reaches. */
        scope?: ('local' | 'national' | 'regional')[];
        /** @description Slug or name of the review's publisher. */
        publisher?: string[];
        /** @description Year of the review's publication. */
        year?: number[];
        /**
         * @description By the date of the review, from old to new (with `-` from new to old), by the agency that is to act, from A to Z (of
         *     several the first; what names none comes last), or by the number in the review.
         */
        sort?: '-publishedOn' | 'agency' | 'number' | 'publishedOn';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecommendationList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Recommendations_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Id of the recommendation.
         * @example 3844d786-5d30-5cf9-9a99-0aad7a821467
         */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecommendationDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Recommendations_at: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the review.
         * @example home-office-prevent-learning-review-sir-david-amess-attack-2025
         */
        review: string;
        /**
         * @description The recommendation’s number in the review, as the review writes it.
         * @example 1
         */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RecommendationDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Agencies_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description By name, or by how many recommendations ask it for something; with `-` the other way round. */
        sort?: '-name' | '-recommendationCount' | 'name' | 'recommendationCount';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AskedAgencyList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Agencies_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the agency.
         * @example home-office
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AskedAgency'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description Nothing that is published asks it for anything any more. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Briefings_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug or name of a theme; briefings on narrower themes are found as well. */
        theme?: string[];
        /** @description Such as `seven-minute`. */
        type?: string[];
        /** @description Slug or name of the publisher. */
        publisher?: string[];
        /** @description Year of publication. */
        year?: number[];
        /** @description Dates run from old to new, with `-` from new to old; what has no date comes last. Names run from A to Z. */
        sort?: '-publishedOn' | 'publishedOn' | 'publisher' | 'title';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BriefingList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Briefings_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the briefing.
         * @example safe-sleeping-messages
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['BriefingDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Resources_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug or name of a theme; resources on narrower themes are found as well. */
        theme?: string[];
        /** @description Such as `training`. */
        type?: string[];
        /** @description Slug or name of the publisher. */
        publisher?: string[];
        /** @description Year of publication, which few have. */
        year?: number[];
        /** @description Only what starts later (or today, where only the day is known), or what has started; in United Kingdom time. */
        when?: 'past' | 'upcoming';
        /**
         * @description `upcoming`: what is to come, the next first, then what has no time, by title, and what has taken place. Dates run from
         *     old to new, with `-` from new to old; what has no date comes last. Names run from A to Z.
         */
        sort?: '-publishedOn' | '-startsOn' | 'publishedOn' | 'publisher' | 'startsOn' | 'title' | 'upcoming';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Resources_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the resource.
         * @example childline
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ResourceDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_briefing: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the briefing.
         * @example safe-sleeping-messages
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_publisher: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How many lines, from 1 to 10. */
        limit?: number;
      };
      header?: never;
      path: {
        /**
         * @description Slug of the publisher.
         * @example darlington-safeguarding-partnership
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_resource: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the resource.
         * @example childline
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_review: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How many lines, from 1 to 10. */
        limit?: number;
      };
      header?: never;
      path: {
        /**
         * @description Slug of the review.
         * @example darlington-child-j-2025
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_search: {
    parameters: {
      query: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Only results of these kinds. */
        kind?: ('briefing' | 'learning-point' | 'recommendation' | 'resource' | 'review' | 'theme')[];
        /** @description Whom the review is about. Only such reviews, and what comes from them. */
        about?: ('adults' | 'both' | 'children')[];
        /** @description Type of the review. Only such reviews, and what comes from them. */
        type?: (
          | 'cpr'
          | 'dardr'
          | 'independent-review'
          | 'lcspr'
          | 'learning-review'
          | 'national-review'
          | 'other'
          | 'rapid-review'
          | 'sar'
          | 'sar-discretionary'
          | 'scr'
          | 'susr'
          | 'thematic-review'
        )[];
        /** @description Only what carries these themes, or themes narrower than them: slug or name. */
        theme?: string[];
        /** @description Only reviews with a recommendation to these agencies: slug or name. */
        agency?: string[];
        /** @description Only what speaks of someone of these ages. */
        age?: ('1-to-4' | '12-to-17' | '18-to-64' | '5-to-11' | '65-and-over' | 'under-1')[];
        /** @description Only what these publishers published: slug or name. */
        publisher?: string[];
        /** @description Only what was published in these years. */
        year?: number[];
        /** @description What it is to find, in plain words: at most 512 characters. */
        q: string;
        /** @description How many lines, from 1 to 10. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedSearchAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Embed_theme: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How many lines, from 1 to 10. */
        limit?: number;
      };
      header?: never;
      path: {
        /**
         * @description Slug of the theme.
         * @example parental-mental-health
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EmbedAnswer'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Partnerships_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Such as `joint-partnership`. */
        type?: string[];
        /** @description By name; with `-` the other way round. */
        sort?: '-name' | 'name';
        /**
         * @description In place of `page`: empty for the beginning, and then as each answer gives it. The list comes in an order of its own, in
         *     which nothing comes twice and nothing that stays is passed over, whatever is published meanwhile. What is published or
         *     withdrawn meanwhile is told by `/api/v1/changes`.
         */
        cursor?: string;
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartnershipList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Partnerships_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description Slug of the partnership.
         * @example darlington-safeguarding-partnership
         */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartnershipDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description What was here was withdrawn: `tombstone` says what is left of it. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['GoneProblem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Changes_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Only records of these kinds. */
        kind?: (
          | 'agency'
          | 'briefing'
          | 'learning-point'
          | 'partnership'
          | 'recommendation'
          | 'resource'
          | 'review'
          | 'theme'
        )[];
        /** @description Slug or name of a theme: what carries it or a narrower one, or did. */
        theme?: string[];
        /** @description Slug or name of a partnership: what it published. */
        publisher?: string[];
        /** @description As an earlier answer gave it, with the same filters. Left out, everything is told from the beginning. */
        cursor?: string;
        /** @description How many changes at most, up to 500. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangeList'];
        };
      };
      304: components['responses']['NotModified'];
      /** @description A parameter does not fit: `errors` names it. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: components['responses']['NotSignedIn'];
      405: components['responses']['MethodNotAllowed'];
      /** @description The cursor leads nowhere any more (`cursor-expired`): begin again without one. */
      410: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Export_read: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /**
         * @description A kind of record, and `jsonl` for a line each or `csv` for a table.
         * @example review.jsonl
         */
        file:
          | 'agency.csv'
          | 'agency.jsonl'
          | 'briefing.csv'
          | 'briefing.jsonl'
          | 'learning-point.csv'
          | 'learning-point.jsonl'
          | 'partnership.csv'
          | 'partnership.jsonl'
          | 'recommendation.csv'
          | 'recommendation.jsonl'
          | 'resource.csv'
          | 'resource.jsonl'
          | 'review.csv'
          | 'review.jsonl'
          | 'theme.csv'
          | 'theme.jsonl';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The records */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'application/jsonl': string;
          'text/csv': string;
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      /** @description There is nothing public at this address. */
      404: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_change: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActionChangeBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_deliver: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DeliveryBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_setDue: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MoveDueBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_decide: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
        /** @description Number of the request among those of the action. */
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DecisionBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Evidence_ofAction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string;
          on?: string;
          keepUntil?: string;
          /** @enum {string} */
          class?: 'official' | 'official-sensitive';
        };
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_setMilestone: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MilestoneBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_setOwner: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SetOwnerBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedActions_update: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the action. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UpdateBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PublicLines_write: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LineBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PublicLines_approve: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PublicLines_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportList'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_write: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ProgressReportBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_approve: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReleaseBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_redact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProgressReportItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_listTerms: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProtectedTermList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_addTerm: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Slug of the review. */
        slug: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TermBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ProtectedTermList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  ProgressReports_removeTerm: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Slug of the review. */
        slug: string;
        /** @description Id of the protected term. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing more to say. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingReports_export: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
        /** @description Id of an agency: its actions, and what it was asked. An agency lead’s own, where it is left out. */
        agency?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_figures: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
        /** @description By what is counted: there are counts by agency. */
        by?: 'agency';
        /** @description `then`: under the names of that time. `now`: under what agencies have become. */
        names?: 'now' | 'then';
        /** @description Slug of the partnership; it can only be your own. */
        partnership?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FiguresAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingReports_report: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug of a review: for the report on one. */
        review?: string;
        /** @description Id of an agency: for the report on one. An agency lead’s own, where it is left out. */
        agency?: string;
        /** @description Slug of a theme: for the report on one, with what is narrower. */
        theme?: string;
        /** @description Of a theme, reviews of this year and later. */
        since?: number;
        /** @description First day of the yearly extract, YYYY-MM-DD; the year from April to March that ended last, where both are left out. */
        from?: string;
        /** @description Its last day. */
        until?: string;
        /** @description Id of a snapshot: for the board’s paper. As it stands now, where it is left out. */
        snapshot?: string;
        /** @description How it stood at the end of this day; today, where it is left out. Of the yearly extract: the last day of its period. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: with late entries and corrections, as the yearly extract is unless told otherwise. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path: {
        /** @description Which report: `review`, `agency`, `theme`, `yearly` or `board`. */
        kind: 'agency' | 'board' | 'review' | 'theme' | 'yearly';
        /** @description As what: `json`, `html`, `csv`, `xlsx` or `docx`. */
        format: 'csv' | 'docx' | 'html' | 'json' | 'xlsx';
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As JSON; the other formats say the same. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReportAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Snapshots_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotList'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Snapshots_take: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SnapshotBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Snapshots_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Id of the snapshot. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Snapshots_movement: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Id of the snapshot with which it is compared. */
        since?: string;
      };
      header?: never;
      path: {
        /** @description Id of the snapshot. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['MovementAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Snapshots_signOff: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the snapshot. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SnapshotAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PlanImports_take: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string;
          partnership?: string;
          review?: string;
          /** Format: date */
          asOf?: string;
        };
      };
    };
    responses: {
      /** @description What the spreadsheet says, and row by row what would become of it. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PlanImports_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Id of the spreadsheet that was sent. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the spreadsheet says, and row by row what would become of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PlanImports_answer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the spreadsheet that was sent. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImportAnswersBody'];
      };
    };
    responses: {
      /** @description What the spreadsheet says, and row by row what would become of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PlanImports_apply: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the spreadsheet that was sent. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the spreadsheet says, and row by row what would become of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  PlanImports_undo: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the spreadsheet that was sent. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description What the spreadsheet says, and row by row what would become of it. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: unknown;
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Calendars_read: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description The right to read the calendar. */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          ETag: components['headers']['ETag'];
          'Cache-Control': components['headers']['Cache-Control'];
          Link: components['headers']['Link'];
          Deprecation: components['headers']['Deprecation'];
          Sunset: components['headers']['Sunset'];
          [name: string]: unknown;
        };
        content: {
          'text/calendar': string;
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Calendars_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarList'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Calendars_make: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CalendarBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CalendarMade'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Calendars_revoke: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the calendar’s address. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing more to say. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Owners_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryOwners'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_replaceOwner: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceOwnerBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReplacedOwners'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Owners_away: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the person, as the directory has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AwayBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryOwner'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Owners_back: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the person, as the directory has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing more to say. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_anonymise: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the person, as the directory has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done; there is nothing more to say. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Owners_reminders: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the person, as the directory has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RemindersBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DirectoryOwner'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundList'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_open: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RoundBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Id of the round. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_chase: {
    parameters: {
      query?: {
        /** @description `true`: says who would get what, and sends nothing. */
        preview?: 'false' | 'true';
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the round. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundMailing'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_close: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the round. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_redact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the round. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done; there is nothing more to say. */
      204: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Rounds_send: {
    parameters: {
      query?: {
        /** @description `true`: says who would get what, and sends nothing. */
        preview?: 'false' | 'true';
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the round. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RoundMailing'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Uses_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Uses_record: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UseBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Uses_figures: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description The first day of the period; the day after the same day a year before the last one, where it is left out. */
        from?: string;
        /** @description The last day of the period; today, where it is left out. */
        until?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ReachAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Uses_redact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the use. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Uses_withdraw: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the use. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UseItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_agencies: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug of the partnership; it can only be your own. */
        partnership?: string;
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgenciesAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_enterAgency: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAgencyBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgencyAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_setExecutive: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the agency. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExecutiveBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgencyAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_succeed: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the agency. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SuccessionBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AgencyAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_desk: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug of the partnership; that in which one acts, where it is left out. */
        partnership?: string;
        /** @description Slug of a review. */
        review?: string;
        /** @description Slug of a theme. */
        theme?: string;
        /** @description Id of an agency that was asked, or leads or supports an action. */
        agency?: string;
        /** @description Id of who is to do an action. */
        owner?: string;
        /**
         * @description `open` or `closed`; a judgement; a flag of the item or of one of its actions; or `undelivered`, of today alone: mail does not
         *     reach the owner of an open action.
         */
        state?:
          | 'action-amber'
          | 'action-overdue'
          | 'awaiting-decision'
          | 'closed'
          | 'closed-acceptable'
          | 'closed-alternative-acceptable'
          | 'closed-exceeds'
          | 'closed-no-longer-applicable'
          | 'closed-no-response'
          | 'closed-reconsidered'
          | 'closed-superseded'
          | 'closed-unacceptable'
          | 'completed'
          | 'due-soon'
          | 'judged-unacceptable'
          | 'line-waiting'
          | 'no-action'
          | 'no-date'
          | 'no-owner'
          | 'no-update'
          | 'on-track'
          | 'open'
          | 'open-acceptable'
          | 'open-alternative-acceptable'
          | 'open-unacceptable'
          | 'overdue'
          | 'recheck-due'
          | 'response-awaited'
          | 'response-late'
          | 'stopped'
          | 'undelivered'
          | 'waiting-for-judgement';
        /** @description An action that is overdue, or due within so many days. */
        due?: '30' | '60' | '90' | 'overdue';
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeskAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_correct: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the entry, as the history of the item has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CorrectionBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_redact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the entry, as the history of the item has it. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RedactionAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Evidence_download: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path: {
        /** @description Id of the piece of evidence. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/octet-stream': string;
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_list: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description Slug of the partnership; that in which one acts, where it is left out. */
        partnership?: string;
        /** @description Slug of a review. */
        review?: string;
        /** @description Slug of a theme. */
        theme?: string;
        /** @description Id of an agency that was asked, or leads or supports an action. */
        agency?: string;
        /** @description Id of who is to do an action. */
        owner?: string;
        /**
         * @description `open` or `closed`; a judgement; a flag of the item or of one of its actions; or `undelivered`, of today alone: mail does not
         *     reach the owner of an open action.
         */
        state?:
          | 'action-amber'
          | 'action-overdue'
          | 'awaiting-decision'
          | 'closed'
          | 'closed-acceptable'
          | 'closed-alternative-acceptable'
          | 'closed-exceeds'
          | 'closed-no-longer-applicable'
          | 'closed-no-response'
          | 'closed-reconsidered'
          | 'closed-superseded'
          | 'closed-unacceptable'
          | 'completed'
          | 'due-soon'
          | 'judged-unacceptable'
          | 'line-waiting'
          | 'no-action'
          | 'no-date'
          | 'no-owner'
          | 'no-update'
          | 'on-track'
          | 'open'
          | 'open-acceptable'
          | 'open-alternative-acceptable'
          | 'open-unacceptable'
          | 'overdue'
          | 'recheck-due'
          | 'response-awaited'
          | 'response-late'
          | 'stopped'
          | 'undelivered'
          | 'waiting-for-judgement';
        /** @description An action that is overdue, or due within so many days. */
        due?: '30' | '60' | '90' | 'overdue';
        /** @description Which page, from 1. A page beyond the end is empty. */
        page?: number;
        /** @description How many items a page, at most 100. */
        limit?: number;
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description One page. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackedItemList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_follow: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['FollowBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackedItemAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_addAction: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ActionBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedAction'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_address: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AddresseesBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  SaidBefore_find: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaidBeforeAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  SaidBefore_decide: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EarlierBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SaidBeforeAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Evidence_ofItem: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'multipart/form-data': {
          file: string;
          on?: string;
          keepUntil?: string;
          /** @enum {string} */
          class?: 'official' | 'official-sensitive';
        };
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_history: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
        /** @description How it stood at the end of this day, YYYY-MM-DD; today, where it is left out. */
        asOf?: string;
        /** @description `shown`: what was recorded by the end of that day. `known`: how it stood that day, late entries and corrections included. */
        view?: 'known' | 'shown';
      };
      header?: never;
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_setImpact: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImpactBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_judge: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JudgementBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_note: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NoteBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_recheck: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RecheckBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_reopen: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ReasonBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_setResponseDue: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResponseDueBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackedItems_respond: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `version` that you have read: 412 where somebody has changed it since. */
        'If-Match'?: string;
        /** @description A text of your own, new for each change: who sends the same again, not knowing whether it arrived, changes nothing twice. */
        'Idempotency-Key'?: string;
      };
      path: {
        /** @description Id of the item. */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ResponseBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ChangedItem'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_settingsOf: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsAnswer'];
        };
      };
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      405: components['responses']['MethodNotAllowed'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  TrackingLists_changeSettings: {
    parameters: {
      query?: {
        /** @description Your email address. Whoever says it, here or in `User-Agent`, may ask five times as often; it is not kept. */
        mailto?: components['parameters']['mailto'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettingsBody'];
      };
    };
    responses: {
      /** @description Done: this is how it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SettingsAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['NotSignedIn'];
      403: components['responses']['Forbidden'];
      409: components['responses']['Conflict'];
      412: components['responses']['Overtaken'];
      413: components['responses']['TooLarge'];
      415: components['responses']['NotTaken'];
      422: components['responses']['Unprocessable'];
      429: components['responses']['TooManyRequests'];
      default: components['responses']['Unexpected'];
    };
  };
  Health_live: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Liveness'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      default: components['responses']['Unexpected'];
    };
  };
  Health_ready: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was asked for. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      405: components['responses']['MethodNotAllowed'];
      /** @description Visitors cannot be served just now. */
      503: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id'];
          'RateLimit-Policy': components['headers']['RateLimit-Policy'];
          RateLimit: components['headers']['RateLimit'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      default: components['responses']['Unexpected'];
    };
  };
}
