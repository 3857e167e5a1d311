package com.example.mailslots;

import io.mailslot4j.nameservice.NameLookup;
import io.mailslot4j.nameservice.NameService;

/** Finds a NetBIOS name, and tells how. Needs no mailslots. */
public final class FindName {
    private FindName() {}

    static NameLookup find(NameService names, String name) throws InterruptedException {
        NameLookup lookup = names.lookup(name);
        lookup.owners().forEach(owner -> System.out.println(name + " is at " + owner.address()));
        lookup.steps().forEach(step -> System.out.println("  " + step));
        return lookup;
    }

    public static void main(String[] args) throws InterruptedException {
        try (NameService names = NameService.create()) {
            find(names, args[0]);
        }
    }
}
