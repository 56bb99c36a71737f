package org.rapporteur.desk;

import org.jspecify.annotations.Nullable;

/**
 * Where in the hits a page stands.
 *
 * @param page 1-based
 * @param last the last page with hits; 1 where there are none
 * @param first number of the first hit shown, 1-based; 0 where none is
 * @param end number of the last hit shown
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record Pages(int page, int last, long first, long end, @Nullable String previous, @Nullable String next) {

    static Pages of(SearchForm form, long total) {
        int last = (int) Math.clamp((total + SearchForm.PAGE_SIZE - 1) / SearchForm.PAGE_SIZE, 1, SearchForm.LAST_PAGE);
        long before = (form.page() - 1L) * SearchForm.PAGE_SIZE;
        boolean any = before < total;
        return new Pages(form.page(), last, any ? before + 1 : 0, any ? Math.min(total, before + SearchForm.PAGE_SIZE) : 0,
                form.page() > 1 ? form.address(Math.min(form.page() - 1, last)) : null,
                form.page() < last ? form.address(form.page() + 1) : null);
    }
}
